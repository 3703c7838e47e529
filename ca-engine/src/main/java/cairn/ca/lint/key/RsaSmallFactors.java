package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;
import java.math.BigInteger;

/** An RSA modulus has no factor below 752. */
final class RsaSmallFactors extends CertificateRule {
    private static final BigInteger PRODUCT = product();

    RsaSmallFactors() {
        super(
                "sp800-89.rsa-small-factors",
                "NIST SP 800-89 section 5.3.3; CA/Browser Forum TLS BR section 6.1.6",
                Severity.ERROR,
                "An RSA modulus has no factor below 752");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.key().modulus().ifPresent(modulus -> {
            if (modulus.signum() > 0 && !modulus.gcd(PRODUCT).equals(BigInteger.ONE)) {
                report.add("subjectPublicKeyInfo", "the RSA modulus has a factor below 752");
            }
        });
    }

    private static BigInteger product() {
        BigInteger product = BigInteger.TWO;
        for (int candidate = 3; candidate < 752; candidate += 2) {
            BigInteger prime = BigInteger.valueOf(candidate);
            product = product.gcd(prime).equals(BigInteger.ONE) ? product.multiply(prime) : product;
        }
        return product;
    }
}
