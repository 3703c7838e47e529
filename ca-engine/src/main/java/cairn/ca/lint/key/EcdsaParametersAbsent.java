package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** An ECDSA signature has no parameters. */
final class EcdsaParametersAbsent extends CertificateRule {
    EcdsaParametersAbsent() {
        super(
                "rfc5758.ecdsa-parameters-absent",
                "RFC 5758 section 3.2",
                Severity.ERROR,
                "An ECDSA signature has no parameters");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        String oid = certificate.innerAlgorithm().oid();
        int sha3 = Oid.below(Oid.NIST_SIGNATURES, oid);
        boolean ecdsa = oid.startsWith("1.2.840.10045.4.") || (sha3 >= 9 && sha3 <= 12);
        if (ecdsa && certificate.innerAlgorithm().parameters().isPresent()) {
            report.add("tbsCertificate.signature", "parameters are present");
        }
    }
}
