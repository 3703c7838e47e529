package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintTag;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.x509.Severity;

/** An end entity has no cRLSign unless it is a delegated issuer of lists. */
final class EndEntityCrlSign extends CertificateRule {
    EndEntityCrlSign() {
        super(
                "internal.end-entity-crl-sign",
                "RFC 5280 section 4.2.1.3; CA/Browser Forum TLS BR section 7.1.2.7.11",
                Severity.ERROR,
                "An end entity has no cRLSign unless it is a delegated issuer of lists");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().keyUsage().ifPresent(usage -> {
            if (!certificate.isAuthority() && usage.hasAny(KeyUsageView.CRL_SIGN) && !context.has(LintTag.CRL_ISSUER)) {
                report.add("keyUsage", "cRLSign in the certificate of an end entity");
            }
        });
    }
}
