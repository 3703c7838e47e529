package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.AlgorithmView;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** The parameters of an RSA key are NULL. */
final class RsaKeyParameters extends CertificateRule {
    RsaKeyParameters() {
        super(
                "rfc3279.rsa-key-parameters",
                "RFC 3279 section 2.3.1",
                Severity.ERROR,
                "The parameters of an RSA key are NULL");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        AlgorithmView algorithm = certificate.key().algorithm();
        if (algorithm.oid().equals(Oid.RSA_ENCRYPTION) && !algorithm.hasNullParameters()) {
            report.add("subjectPublicKeyInfo", "the parameters of rsaEncryption are not NULL");
        }
    }
}
