package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.ExtensionView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** policyConstraints has at least one field. */
final class PolicyConstraintsEmpty extends CertificateRule {
    PolicyConstraintsEmpty() {
        super(
                "rfc5280.policy-constraints-empty",
                "RFC 5280 section 4.2.1.11",
                Severity.ERROR,
                "policyConstraints has at least one field");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate
                .extensions()
                .find(Oid.POLICY_CONSTRAINTS)
                .flatMap(ExtensionView::value)
                .ifPresent(value -> {
                    if (value.length() == 0) {
                        report.add("policyConstraints", "neither requireExplicitPolicy nor inhibitPolicyMapping");
                    }
                });
    }
}
