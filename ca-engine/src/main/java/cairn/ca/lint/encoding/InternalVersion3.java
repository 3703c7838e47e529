package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** An authority issues certificates of version 3 only. */
final class InternalVersion3 extends CertificateRule {
    InternalVersion3() {
        super(
                "internal.version-3",
                "NIAP CA PP FDP_CER_EXT.1",
                Severity.ERROR,
                "An authority issues certificates of version 3 only");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.version() != 3) {
            report.add("version", "version " + certificate.version());
        }
    }
}
