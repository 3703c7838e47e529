package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** A certificate with extensions has version 3, and there is no version beyond 3. */
final class Version3 extends CertificateRule {
    Version3() {
        super(
                "rfc5280.version-3",
                "RFC 5280 section 4.1.2.1",
                Severity.ERROR,
                "A certificate with extensions has version 3, and there is no version beyond 3");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.areExtensionsWritten() && certificate.version() != 3) {
            report.add("version", "version " + certificate.version() + " with extensions");
        } else if (certificate.version() > 3) {
            report.add("version", "there is no version " + certificate.version());
        }
    }
}
