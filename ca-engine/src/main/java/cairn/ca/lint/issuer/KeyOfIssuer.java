package cairn.ca.lint.issuer;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** Nobody but the issuer itself gets a certificate for the issuer's key. */
final class KeyOfIssuer extends CertificateRule {
    KeyOfIssuer() {
        super(
                "internal.key-of-issuer",
                "RFC 5280 sections 4.1.2.6 and 4.2.1.2",
                Severity.ERROR,
                "Nobody but the issuer itself gets a certificate for the issuer's key");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        context.issuer().ifPresent(issuer -> {
            if (certificate.key().element().sameBytes(issuer.key().element())
                    && !certificate.subject().sameBytes(issuer.subject())) {
                report.add("subjectPublicKeyInfo", "the issuer's own key under another name");
            }
        });
    }
}
