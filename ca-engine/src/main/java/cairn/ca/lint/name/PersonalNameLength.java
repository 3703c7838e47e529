package cairn.ca.lint.name;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.AttributeView;
import cairn.ca.lint.view.Oid;

<<<<<<< HEAD
/** Given names and surnames stay within 64 characters, which old software expects. */
final class PersonalNameLength extends AttributeRule {
=======
/** Given names and surnames stay within 64 characters, which old software expects (X.411 annex B (ub-common-name-length)). */
public final class PersonalNameLength implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "x411.personal-name-length",
            "X.411 annex B (ub-common-name-length)",
            Severity.WARNING,
            "Given names and surnames stay within 64 characters, which old software expects");

>>>>>>> authority
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
<<<<<<< HEAD
    boolean isBad(AttributeView attribute) {
        return attribute.text().length() > RECOMMENDED
                && (attribute.oid().equals(Oid.GIVEN_NAME) || attribute.oid().equals(Oid.SURNAME));
=======
    public void check(CertificateView certificate, LintContext context, Report report) {
        Attributes.report(
                certificate,
                report,
                "is longer than 64 characters",
                attribute -> attribute.text().length() > RECOMMENDED
                        && (attribute.oid().equals(Oid.GIVEN_NAME)
                                || attribute.oid().equals(Oid.SURNAME)));
>>>>>>> authority
    }
}
