package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.AlgorithmView;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** ML-DSA, SLH-DSA and ML-KEM have no parameters. */
final class PostQuantumParametersAbsent extends CertificateRule {
    PostQuantumParametersAbsent() {
        super(
                "rfc9881.parameters-absent",
                "RFC 9881 section 2; RFC 9909 section 3; RFC 9935 section 3",
                Severity.ERROR,
                "ML-DSA, SLH-DSA and ML-KEM have no parameters");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        check("subjectPublicKeyInfo", certificate.key().algorithm(), report);
        check("tbsCertificate.signature", certificate.innerAlgorithm(), report);
    }

    private static void check(String where, AlgorithmView algorithm, Report report) {
        int signature = Oid.below(Oid.NIST_SIGNATURES, algorithm.oid());
        int kem = Oid.below(Oid.NIST_KEMS, algorithm.oid());
        if (((signature >= 17 && signature <= 46) || (kem >= 1 && kem <= 3))
                && algorithm.parameters().isPresent()) {
            report.add(where, "parameters are present");
        }
    }
}
