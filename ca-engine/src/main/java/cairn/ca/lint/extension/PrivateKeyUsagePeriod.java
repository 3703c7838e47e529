package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** privateKeyUsagePeriod is not used. */
final class PrivateKeyUsagePeriod extends CertificateRule {
    PrivateKeyUsagePeriod() {
        super(
                "internal.private-key-usage-period",
                "RFC 5280 section 4.2.1 (removed since RFC 3280)",
                Severity.WARNING,
                "privateKeyUsagePeriod is not used");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.extensions().has(Oid.PRIVATE_KEY_USAGE_PERIOD)) {
            report.add("privateKeyUsagePeriod", "is not part of the profile any more");
        }
    }
}
