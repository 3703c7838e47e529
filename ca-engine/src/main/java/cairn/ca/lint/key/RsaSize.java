package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** An RSA modulus has at least 2048 bits. */
final class RsaSize extends CertificateRule {
    private static final int SMALLEST = 2048;

    RsaSize() {
        super(
                "internal.rsa-size",
                "NIST SP 800-57 part 1 section 5.6; CA/Browser Forum TLS BR section 6.1.5",
                Severity.ERROR,
                "An RSA modulus has at least 2048 bits");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.key().modulus().ifPresent(modulus -> {
            if (modulus.bitLength() < SMALLEST) {
                report.add("subjectPublicKeyInfo", "an RSA modulus of " + modulus.bitLength() + " bits");
            }
        });
    }
}
