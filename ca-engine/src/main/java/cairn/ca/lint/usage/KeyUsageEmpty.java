package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** keyUsage has at least one bit. */
final class KeyUsageEmpty extends CertificateRule {
    KeyUsageEmpty() {
        super("rfc5280.key-usage-empty", "RFC 5280 section 4.2.1.3", Severity.ERROR, "keyUsage has at least one bit");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().keyUsage().ifPresent(usage -> {
            if (usage.bits() == 0) {
                report.add("keyUsage", "no bit is set");
            }
        });
    }
}
