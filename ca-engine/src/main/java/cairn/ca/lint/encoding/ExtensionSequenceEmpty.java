package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.ExtensionView;
import cairn.ca.lint.view.Oid;
import cairn.ca.lint.view.PolicyView;
import cairn.ca.x509.Severity;
import java.util.Set;

/** An extension that is a list of one or more holds at least one. */
final class ExtensionSequenceEmpty extends CertificateRule {
    private static final Set<String> LISTS = Set.of(
            Oid.SUBJECT_DIRECTORY_ATTRIBUTES,
            Oid.SUBJECT_ALT_NAME,
            Oid.ISSUER_ALT_NAME,
            Oid.CRL_DISTRIBUTION_POINTS,
            Oid.CERTIFICATE_POLICIES,
            Oid.POLICY_MAPPINGS,
            Oid.EXT_KEY_USAGE,
            Oid.FRESHEST_CRL,
            Oid.AUTHORITY_INFO_ACCESS,
            Oid.SUBJECT_INFO_ACCESS);

    ExtensionSequenceEmpty() {
        super(
                "rfc5280.extension-sequence-empty",
                "RFC 5280 section 4.2 and appendix A.2",
                Severity.ERROR,
                "An extension that is a list of one or more holds at least one");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        for (ExtensionView extension : certificate.extensions().all()) {
            if (LISTS.contains(extension.oid())
                    && extension.value().map(value -> value.length() == 0).orElse(false)) {
                report.add("extension " + extension.oid(), "the list is empty");
            }
        }
        for (PolicyView policy : certificate.extensions().policies()) {
            if (policy.qualifiersWritten() && policy.qualifiers().isEmpty()) {
                report.add("certificatePolicies " + policy.oid(), "the list of qualifiers is there and empty");
            }
        }
    }
}
