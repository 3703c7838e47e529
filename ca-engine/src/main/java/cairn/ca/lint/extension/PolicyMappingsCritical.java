package cairn.ca.lint.extension;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.Oid;

<<<<<<< HEAD
/** policyMappings is critical. */
final class PolicyMappingsCritical extends Criticality {
    PolicyMappingsCritical() {
        super(
                "rfc5280.policy-mappings-critical",
                "RFC 5280 section 4.2.1.5",
                Severity.WARNING,
                "policyMappings is critical",
                Oid.POLICY_MAPPINGS,
                true);
=======
/** policyMappings is critical (RFC 5280 section 4.2.1.5). */
public final class PolicyMappingsCritical implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.policy-mappings-critical",
            "RFC 5280 section 4.2.1.5",
            Severity.WARNING,
            "policyMappings is critical");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.extensions().has(Oid.POLICY_MAPPINGS)
                && !certificate.extensions().isCritical(Oid.POLICY_MAPPINGS)) {
            report.add("policyMappings", "is not critical");
        }
>>>>>>> authority
    }
}
