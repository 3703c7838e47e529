package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.ExtensionView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;
import java.util.Set;

/** A critical extension is one that other software knows. */
final class UnknownCriticalExtension extends CertificateRule {
    private static final Set<String> KNOWN = Set.of(
            Oid.KEY_USAGE,
            Oid.SUBJECT_ALT_NAME,
            Oid.BASIC_CONSTRAINTS,
            Oid.NAME_CONSTRAINTS,
            Oid.CERTIFICATE_POLICIES,
            Oid.POLICY_MAPPINGS,
            Oid.POLICY_CONSTRAINTS,
            Oid.EXT_KEY_USAGE,
            Oid.INHIBIT_ANY_POLICY,
            Oid.CRL_DISTRIBUTION_POINTS,
            Oid.ISSUER_ALT_NAME,
            Oid.POISON);

    UnknownCriticalExtension() {
        super(
                "rfc5280.unknown-critical-extension",
                "RFC 5280 section 4.2",
                Severity.WARNING,
                "A critical extension is one that other software knows");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        for (ExtensionView extension : certificate.extensions().all()) {
            if (extension.isCritical() && !KNOWN.contains(extension.oid())) {
                report.add(
                        "extension " + extension.oid(),
                        "is critical: software that does not know it will reject the certificate");
            }
        }
    }
}
