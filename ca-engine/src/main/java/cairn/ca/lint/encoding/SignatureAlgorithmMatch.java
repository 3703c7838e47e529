package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;

<<<<<<< HEAD
/** Both signature algorithm fields are the same. */
final class SignatureAlgorithmMatch extends CertificateRule {
    SignatureAlgorithmMatch() {
        super(
                "rfc5280.signature-algorithm-match",
                "RFC 5280 section 4.1.1.2",
                Severity.ERROR,
                "Both signature algorithm fields are the same");
=======
/** Both signature algorithm fields are the same (RFC 5280 section 4.1.1.2). */
public final class SignatureAlgorithmMatch implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.signature-algorithm-match",
            "RFC 5280 section 4.1.1.2",
            Severity.ERROR,
            "Both signature algorithm fields are the same");

    @Override
    public RuleDescription about() {
        return ABOUT;
>>>>>>> authority
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
