package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.x509.Severity;

/** An authority has keyCertSign. */
final class AuthorityCertSign extends CertificateRule {
    AuthorityCertSign() {
        super(
                "internal.authority-cert-sign",
                "RFC 5280 section 4.2.1.3; CA/Browser Forum TLS BR section 7.1.2.10.7",
                Severity.ERROR,
                "An authority has keyCertSign");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().keyUsage().ifPresent(usage -> {
            if (certificate.isAuthority() && !usage.hasAny(KeyUsageView.KEY_CERT_SIGN)) {
                report.add("keyUsage", "an authority without keyCertSign");
            }
        });
    }
}
