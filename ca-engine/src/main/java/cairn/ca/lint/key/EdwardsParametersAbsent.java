package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.AlgorithmView;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** Ed25519, Ed448, X25519 and X448 have no parameters. */
final class EdwardsParametersAbsent extends CertificateRule {
    EdwardsParametersAbsent() {
        super(
                "rfc8410.edwards-parameters-absent",
                "RFC 8410 section 3",
                Severity.ERROR,
                "Ed25519, Ed448, X25519 and X448 have no parameters");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        check("subjectPublicKeyInfo", certificate.key().algorithm(), report);
        check("tbsCertificate.signature", certificate.innerAlgorithm(), report);
    }

    private static void check(String where, AlgorithmView algorithm, Report report) {
        int arc = Oid.below("1.3.101.", algorithm.oid());
        if (arc >= 110 && arc <= 113 && algorithm.parameters().isPresent()) {
            report.add(where, "parameters are present");
        }
    }
}
