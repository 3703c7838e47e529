package cairn.ca.lint.device;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintTag;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.x509.Severity;

/** A device identifier has keyUsage with digitalSignature. */
final class DevidUsage extends CertificateRule {
    DevidUsage() {
        super(
                "devid.key-usage",
                "IEEE 802.1AR-2018 section 8.10",
                Severity.WARNING,
                "A device identifier has keyUsage with digitalSignature");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        boolean signs = certificate
                .extensions()
                .keyUsage()
                .map(usage -> usage.hasAny(KeyUsageView.DIGITAL_SIGNATURE))
                .orElse(false);
        if (context.has(LintTag.IDEVID) && !signs) {
            report.add("keyUsage", "no digitalSignature");
        }
    }
}
