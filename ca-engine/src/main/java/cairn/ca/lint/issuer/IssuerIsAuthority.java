package cairn.ca.lint.issuer;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.x509.Severity;

/** The issuer is an authority that may sign certificates. */
final class IssuerIsAuthority extends CertificateRule {
    IssuerIsAuthority() {
        super(
                "internal.issuer-is-authority",
                "RFC 5280 section 6.1.4 (k) and (n)",
                Severity.ERROR,
                "The issuer is an authority that may sign certificates");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        context.issuer().ifPresent(issuer -> {
            boolean signs = issuer.extensions()
                    .keyUsage()
                    .map(usage -> usage.hasAny(KeyUsageView.KEY_CERT_SIGN))
                    .orElse(true);
            if (!issuer.isAuthority() || !signs) {
                report.add("issuer", "the issuer's certificate does not let it sign certificates");
            }
        });
    }
}
