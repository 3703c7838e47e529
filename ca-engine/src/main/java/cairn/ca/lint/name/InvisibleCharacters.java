package cairn.ca.lint.name;

import cairn.ca.lint.view.AttributeView;
import cairn.ca.x509.PlainText;
import cairn.ca.x509.Severity;

/** A name holds no control, direction, format or private-use characters. */
final class InvisibleCharacters extends AttributeRule {
    InvisibleCharacters() {
        super(
                "internal.invisible-characters",
                "RFC 4518 section 2.4; Unicode TR 36",
                Severity.ERROR,
                "A name holds no control, direction, format or private-use characters",
                "has characters that cannot be seen or that turn the text around");
    }

    @Override
    boolean isBad(AttributeView attribute) {
        String text = attribute.text();
        int point;
        for (int i = 0; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            if (point < ' ' || (point >= 0x7F && PlainText.isUnsafe(point))) {
                return true;
            }
        }
        return false;
    }
}
