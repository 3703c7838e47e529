package cairn.ca.lint.name;

import cairn.ca.lint.view.AttributeView;
import cairn.ca.lint.view.Tag;
import cairn.ca.x509.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A UTF8String is valid UTF-8. */
final class Utf8Valid extends AttributeRule {
    Utf8Valid() {
        super(
                "rfc3629.utf8-valid",
                "RFC 3629 section 3",
                Severity.ERROR,
                "A UTF8String is valid UTF-8",
                "is not valid UTF-8");
    }

    @Override
    boolean isBad(AttributeView attribute) {
        // The decoder puts U+FFFD where it fails, but a text may hold that character itself.
        return attribute.value().is(Tag.UTF8_STRING)
                && attribute.text().indexOf(0xFFFD) >= 0
                && !Arrays.equals(
                        attribute.text().getBytes(StandardCharsets.UTF_8),
                        attribute.value().content());
    }
}
