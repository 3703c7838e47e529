package cairn.ca.lint.name;

import cairn.ca.lint.view.AttributeView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** Given names and surnames stay within 64 characters, which old software expects. */
final class PersonalNameLength extends AttributeRule {
    private static final int RECOMMENDED = 64;

    PersonalNameLength() {
        super(
                "x411.personal-name-length",
                "X.411 annex B (ub-common-name-length)",
                Severity.WARNING,
                "Given names and surnames stay within 64 characters, which old software expects",
                "is longer than 64 characters");
    }

    @Override
    boolean isBad(AttributeView attribute) {
        return attribute.text().length() > RECOMMENDED
                && (attribute.oid().equals(Oid.GIVEN_NAME) || attribute.oid().equals(Oid.SURNAME));
    }
}
