package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** authorityCertIssuer and authorityCertSerialNumber stand together or not at all. */
final class AuthorityKeyIdentifierPair extends CertificateRule {
    AuthorityKeyIdentifierPair() {
        super(
                "rfc5280.aki-pair",
                "RFC 5280 section 4.2.1.1",
                Severity.ERROR,
                "authorityCertIssuer and authorityCertSerialNumber stand together or not at all");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().authorityKeyIdentifier().ifPresent(aki -> {
            if (aki.issuer() != aki.serial()) {
                report.add(
                        "authorityKeyIdentifier",
                        "one of authorityCertIssuer and authorityCertSerialNumber without the other");
            }
        });
    }
}
