package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Element;
import cairn.ca.lint.view.ExtensionView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Severity;

/** policyMappings maps neither from nor to anyPolicy. */
final class PolicyMappingsAny extends CertificateRule {
    PolicyMappingsAny() {
        super(
                "rfc5280.policy-mappings-any",
                "RFC 5280 section 4.2.1.5",
                Severity.ERROR,
                "policyMappings maps neither from nor to anyPolicy");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate
                .extensions()
                .find(Oid.POLICY_MAPPINGS)
                .flatMap(ExtensionView::value)
                .ifPresent(value -> {
                    for (Element mapping : value.childrenOrNone()) {
                        for (Element policy : mapping.childrenOrNone()) {
                            if (isAnyPolicy(policy)) {
                                report.add("policyMappings", "anyPolicy is mapped");
                            }
                        }
                    }
                });
    }

    private static boolean isAnyPolicy(Element policy) {
        try {
            return policy.oid().equals(Oid.ANY_POLICY);
        } catch (MalformedException e) {
            return false;
        }
    }
}
