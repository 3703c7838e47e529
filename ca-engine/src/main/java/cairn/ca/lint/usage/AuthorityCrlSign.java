package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.x509.Severity;

/** An authority has cRLSign, or nobody accepts its lists. */
final class AuthorityCrlSign extends CertificateRule {
    AuthorityCrlSign() {
        super(
                "internal.authority-crl-sign",
                "RFC 5280 section 6.3.3 (f); CA/Browser Forum TLS BR section 7.1.2.10.7",
                Severity.ERROR,
                "An authority has cRLSign, or nobody accepts its lists");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().keyUsage().ifPresent(usage -> {
            if (certificate.isAuthority() && !usage.hasAny(KeyUsageView.CRL_SIGN)) {
                report.add("keyUsage", "an authority without cRLSign");
            }
        });
    }
}
