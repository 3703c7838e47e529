package cairn.ca.lint.name;

import cairn.ca.lint.view.AttributeView;
import cairn.ca.x509.Severity;

/** A name is not UTF-8 that was read as Latin-1 and encoded again. */
final class TextMixUp extends AttributeRule {
    TextMixUp() {
        super(
                "internal.text-mix-up",
                "RFC 5280 section 4.1.2.4 (UTF8String holds characters, not octets)",
                Severity.WARNING,
                "A name is not UTF-8 that was read as Latin-1 and encoded again",
                "looks like UTF-8 read as Latin-1");
    }

    @Override
    boolean isBad(AttributeView attribute) {
        String text = attribute.text();
        for (int i = 1; i < text.length(); i++) {
            char lead = text.charAt(i - 1);
            char follow = text.charAt(i);
            if (lead >= 0xC2 && lead <= 0xF4 && follow >= 0x80 && follow <= 0xBF) {
                return true;
            }
        }
        return false;
    }
}
