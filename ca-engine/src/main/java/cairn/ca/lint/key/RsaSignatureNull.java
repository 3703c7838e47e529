package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** The parameters of an RSA signature with PKCS#1 version 1.5 are NULL. */
final class RsaSignatureNull extends CertificateRule {
    RsaSignatureNull() {
        super(
                "rfc4055.rsa-signature-null",
                "RFC 4055 section 5; RFC 3279 section 2.2.1",
                Severity.ERROR,
                "The parameters of an RSA signature with PKCS#1 version 1.5 are NULL");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (isPkcs1(certificate.innerAlgorithm().oid())
                && !certificate.innerAlgorithm().hasNullParameters()) {
            report.add("tbsCertificate.signature", "the parameters are not NULL");
        }
    }

    private static boolean isPkcs1(String oid) {
        int arc = Oid.below("1.2.840.113549.1.1.", oid);
        int sha3 = Oid.below(Oid.NIST_SIGNATURES, oid);
        return (arc >= 2 && arc <= 5) || (arc >= 11 && arc <= 16) || (sha3 >= 13 && sha3 <= 16);
    }
}
