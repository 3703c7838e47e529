package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;
import java.math.BigInteger;

/** The two primes of an RSA modulus are far apart. */
final class RsaClosePrimes extends CertificateRule {
    private static final int ROUNDS = 100;
    private static final long SQUARES_MODULO_64 = squares();

    RsaClosePrimes() {
        super(
                "internal.rsa-close-primes",
                "CA/Browser Forum TLS BR section 6.1.1.3 (Fermat, 100 rounds)",
                Severity.ERROR,
                "The two primes of an RSA modulus are far apart");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.key().modulus().ifPresent(modulus -> {
            if (modulus.signum() > 0 && modulus.bitLength() >= 64 && modulus.testBit(0) && isNearSquare(modulus)) {
                report.add("subjectPublicKeyInfo", "the RSA modulus can be factored by Fermat's method");
            }
        });
    }

    /** Fermat: n = a^2 - b^2 with a just above the root of n, where the primes are close. */
    private static boolean isNearSquare(BigInteger n) {
        BigInteger root = n.sqrt();
        BigInteger a = root.multiply(root).equals(n) ? root : root.add(BigInteger.ONE);
        BigInteger rest = a.multiply(a).subtract(n);
        for (int round = 0; round < ROUNDS; round++) {
            if (maybeSquare(rest) && isSquare(rest)) {
                return true;
            }
            // (a + 1)^2 - n = (a^2 - n) + 2 a + 1
            rest = rest.add(a.shiftLeft(1)).add(BigInteger.ONE);
            a = a.add(BigInteger.ONE);
        }
        return false;
    }

    /** Squares modulo 64 have only 12 of 64 values, so that most numbers need no root. */
    private static boolean maybeSquare(BigInteger number) {
        int low = number.intValue() & 63;
        return (SQUARES_MODULO_64 >>> low & 1) != 0;
    }

    private static boolean isSquare(BigInteger number) {
        BigInteger root = number.sqrt();
        return root.multiply(root).equals(number);
    }

    private static long squares() {
        long bits = 0;
        for (int i = 0; i < 64; i++) {
            bits |= 1L << (i * i & 63);
        }
        return bits;
    }
}
