package cairn.ca.lint.device;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintTag;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** A device identifier ends on 9999-12-31 at 23:59:59. */
final class DevidForever extends CertificateRule {
    DevidForever() {
        super(
                "devid.forever",
                "IEEE 802.1AR-2018 section 8.7",
                Severity.NOTICE,
                "A device identifier ends on 9999-12-31 at 23:59:59");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (context.has(LintTag.IDEVID) && !certificate.notAfter().text().equals("99991231235959Z")) {
            report.add("notAfter", "'" + certificate.notAfter().text() + "' is a definite end");
        }
    }
}
