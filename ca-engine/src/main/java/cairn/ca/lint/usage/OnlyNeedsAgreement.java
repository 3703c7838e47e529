package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.x509.Severity;

/** encipherOnly and decipherOnly stand with keyAgreement. */
final class OnlyNeedsAgreement extends CertificateRule {
    OnlyNeedsAgreement() {
        super(
                "rfc5280.only-needs-agreement",
                "RFC 5280 section 4.2.1.3",
                Severity.WARNING,
                "encipherOnly and decipherOnly stand with keyAgreement");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().keyUsage().ifPresent(usage -> {
            if (usage.hasAny(KeyUsageView.ENCIPHER_ONLY | KeyUsageView.DECIPHER_ONLY)
                    && !usage.hasAny(KeyUsageView.KEY_AGREEMENT)) {
                report.add("keyUsage", "encipherOnly or decipherOnly means nothing without keyAgreement");
            }
        });
    }
}
