package cairn.ca.lint.extension;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.Oid;

<<<<<<< HEAD
/** inhibitAnyPolicy is critical. */
final class InhibitAnyPolicyCritical extends Criticality {
    InhibitAnyPolicyCritical() {
        super(
                "rfc5280.inhibit-any-policy-critical",
                "RFC 5280 section 4.2.1.14",
                Severity.ERROR,
                "inhibitAnyPolicy is critical",
                Oid.INHIBIT_ANY_POLICY,
                true);
=======
/** inhibitAnyPolicy is critical (RFC 5280 section 4.2.1.14). */
public final class InhibitAnyPolicyCritical implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.inhibit-any-policy-critical",
            "RFC 5280 section 4.2.1.14",
            Severity.ERROR,
            "inhibitAnyPolicy is critical");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.extensions().has(Oid.INHIBIT_ANY_POLICY)
                && !certificate.extensions().isCritical(Oid.INHIBIT_ANY_POLICY)) {
            report.add("inhibitAnyPolicy", "is not critical");
        }
>>>>>>> authority
    }
}
