package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** keyUsage is critical. */
final class KeyUsageCritical extends CertificateRule {
    KeyUsageCritical() {
        super("rfc5280.key-usage-critical", "RFC 5280 section 4.2.1.3", Severity.WARNING, "keyUsage is critical");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.extensions().has(Oid.KEY_USAGE)
                && !certificate.extensions().isCritical(Oid.KEY_USAGE)) {
            report.add("keyUsage", "is not critical");
        }
    }
}
