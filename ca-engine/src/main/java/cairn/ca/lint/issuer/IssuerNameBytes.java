package cairn.ca.lint.issuer;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** The issuer name is the issuer's subject, octet for octet. */
final class IssuerNameBytes extends CertificateRule {
    IssuerNameBytes() {
        super(
                "internal.issuer-name-bytes",
                "RFC 5280 section 4.1.2.4; CA/Browser Forum TLS BR section 7.1.4.1",
                Severity.ERROR,
                "The issuer name is the issuer's subject, octet for octet");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        context.issuer().ifPresent(issuer -> {
            if (!certificate.issuer().sameBytes(issuer.subject())) {
                report.add("issuer", "not the octets of the issuer's subject");
            }
        });
    }
}
