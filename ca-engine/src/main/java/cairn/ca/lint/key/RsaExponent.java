package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;
import java.math.BigInteger;

/** An RSA exponent is an odd number of at least 3. */
final class RsaExponent extends CertificateRule {
    private static final BigInteger SMALLEST = BigInteger.valueOf(3);

    RsaExponent() {
        super(
                "rfc8017.rsa-exponent",
                "RFC 8017 section 3.1; CA/Browser Forum TLS BR section 6.1.6",
                Severity.ERROR,
                "An RSA exponent is an odd number of at least 3");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.key().exponent().ifPresent(exponent -> {
            if (!exponent.testBit(0) || exponent.compareTo(SMALLEST) < 0) {
                report.add("subjectPublicKeyInfo", "the RSA exponent " + exponent + " is even or smaller than 3");
            }
        });
    }
}
