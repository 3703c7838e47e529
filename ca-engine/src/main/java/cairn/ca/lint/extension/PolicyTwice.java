package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.PolicyView;
import cairn.ca.x509.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** No policy occurs twice in certificatePolicies. */
final class PolicyTwice extends CertificateRule {
    PolicyTwice() {
        super(
                "rfc5280.policy-twice",
                "RFC 5280 section 4.2.1.4",
                Severity.ERROR,
                "No policy occurs twice in certificatePolicies");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        List<PolicyView> policies = certificate.extensions().policies();
        Set<String> seen = policies.size() < 2 ? Set.of() : new HashSet<>();
        for (PolicyView policy : policies) {
            if (policies.size() > 1 && !seen.add(policy.oid())) {
                report.add("certificatePolicies " + policy.oid(), "occurs more than once");
            }
        }
    }
}
