package cairn.ca.lint.extension;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.Oid;

<<<<<<< HEAD
/** nameConstraints is critical. */
final class NameConstraintsCritical extends Criticality {
    NameConstraintsCritical() {
        super(
                "rfc5280.name-constraints-critical",
                "RFC 5280 section 4.2.1.10",
                Severity.ERROR,
                "nameConstraints is critical",
                Oid.NAME_CONSTRAINTS,
                true);
=======
/** nameConstraints is critical (RFC 5280 section 4.2.1.10). */
public final class NameConstraintsCritical implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.name-constraints-critical",
            "RFC 5280 section 4.2.1.10",
            Severity.ERROR,
            "nameConstraints is critical");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.extensions().has(Oid.NAME_CONSTRAINTS)
                && !certificate.extensions().isCritical(Oid.NAME_CONSTRAINTS)) {
            report.add("nameConstraints", "is not critical");
        }
>>>>>>> authority
    }
}
