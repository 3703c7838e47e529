package cairn.ca.lint.extension;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.Oid;

<<<<<<< HEAD
/** policyConstraints is critical. */
final class PolicyConstraintsCritical extends Criticality {
    PolicyConstraintsCritical() {
        super(
                "rfc5280.policy-constraints-critical",
                "RFC 5280 section 4.2.1.11",
                Severity.ERROR,
                "policyConstraints is critical",
                Oid.POLICY_CONSTRAINTS,
                true);
=======
/** policyConstraints is critical (RFC 5280 section 4.2.1.11). */
public final class PolicyConstraintsCritical implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.policy-constraints-critical",
            "RFC 5280 section 4.2.1.11",
            Severity.ERROR,
            "policyConstraints is critical");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.extensions().has(Oid.POLICY_CONSTRAINTS)
                && !certificate.extensions().isCritical(Oid.POLICY_CONSTRAINTS)) {
            report.add("policyConstraints", "is not critical");
        }
>>>>>>> authority
    }
}
