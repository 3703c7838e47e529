package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** An authority has keyUsage. */
final class KeyUsageForAuthority extends CertificateRule {
    KeyUsageForAuthority() {
        super("rfc5280.authority-key-usage", "RFC 5280 section 4.2.1.3", Severity.ERROR, "An authority has keyUsage");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.isAuthority() && !certificate.extensions().has(Oid.KEY_USAGE)) {
            report.add("keyUsage", "an authority without keyUsage");
        }
    }
}
