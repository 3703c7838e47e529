package cairn.ca.lint.name;

import cairn.ca.lint.view.AttributeView;
import cairn.ca.x509.Severity;
import java.util.Locale;

/** A name does not say that it must not be trusted. */
final class TestName extends AttributeRule {
    private static final String MARK = "DO NOT TRUST";

    TestName() {
        super(
                "internal.test-name",
                "PKfail 2024 (a test key shipped in products); NIST SP 800-57 part 1",
                Severity.WARNING,
                "A name does not say that it must not be trusted",
                "says that it is for tests only");
    }

    @Override
    boolean isBad(AttributeView attribute) {
        String text = attribute.text();
        return text.length() >= MARK.length() && text.toUpperCase(Locale.ROOT).contains(MARK);
    }
}
