package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.ExtensionView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;
import java.util.Set;

/** Only an authority has policyMappings, policyConstraints and inhibitAnyPolicy. */
final class PolicyExtensionsPlace extends CertificateRule {
    private static final Set<String> FOR_AUTHORITIES =
            Set.of(Oid.POLICY_MAPPINGS, Oid.POLICY_CONSTRAINTS, Oid.INHIBIT_ANY_POLICY);

    PolicyExtensionsPlace() {
        super(
                "rfc5280.policy-extensions-place",
                "RFC 5280 sections 4.2.1.5, 4.2.1.11 and 4.2.1.14",
                Severity.ERROR,
                "Only an authority has policyMappings, policyConstraints and inhibitAnyPolicy");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.isAuthority()) {
            return;
        }
        for (ExtensionView extension : certificate.extensions().all()) {
            if (FOR_AUTHORITIES.contains(extension.oid())) {
                report.add("extension " + extension.oid(), "in the certificate of an end entity");
            }
        }
    }
}
