package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.x509.Severity;

/** Only an authority has keyCertSign. */
final class CertSignNeedsAuthority extends CertificateRule {
    CertSignNeedsAuthority() {
        super(
                "rfc5280.cert-sign-needs-authority",
                "RFC 5280 sections 4.2.1.3 and 4.2.1.9",
                Severity.ERROR,
                "Only an authority has keyCertSign");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().keyUsage().ifPresent(usage -> {
            if (usage.hasAny(KeyUsageView.KEY_CERT_SIGN) && !certificate.isAuthority()) {
                report.add("keyUsage", "keyCertSign without cA TRUE in basicConstraints");
            }
        });
    }
}
