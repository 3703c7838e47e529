package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** Both signature algorithm fields are the same. */
final class SignatureAlgorithmMatch extends CertificateRule {
    SignatureAlgorithmMatch() {
        super(
                "rfc5280.signature-algorithm-match",
                "RFC 5280 section 4.1.1.2",
                Severity.ERROR,
                "Both signature algorithm fields are the same");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (!certificate
                .innerAlgorithm()
                .element()
                .sameBytes(certificate.outerAlgorithm().element())) {
            report.add("signatureAlgorithm", "not the octets of tbsCertificate.signature");
        }
    }
}
