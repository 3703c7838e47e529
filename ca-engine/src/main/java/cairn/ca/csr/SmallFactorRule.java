package cairn.ca.csr;

import cairn.ca.x509.Finding;
import cairn.ca.x509.SubjectPublicKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An RSA modulus has no prime factor below 752, the bound of the CA/Browser Forum (BR section 6.1.6). */
final class SmallFactorRule implements KeyRule {
    private static final int BOUND = 752;
    private static final String CLAUSE = "NIST SP 800-89 section 5.3.3; CA/Browser Forum BR section 6.1.6";
    private static final List<Integer> PRIMES = primes();
    private static final BigInteger PRODUCT =
            PRIMES.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);

    /** The odd primes below the bound. */
    static List<Integer> primes() {
        List<Integer> primes = new ArrayList<>();
        for (int n = 3; n < BOUND; n += 2) {
            int candidate = n;
            if (primes.stream().noneMatch(p -> candidate % p == 0)) {
                primes.add(n);
            }
        }
        return List.copyOf(primes);
    }

    @Override
    public Optional<Finding> check(SubjectPublicKey key) {
        return RsaKey.of(key)
                .filter(rsa -> !rsa.modulus().gcd(PRODUCT).equals(BigInteger.ONE))
                .map(rsa -> Finding.error(
                        "key.rsa-small-factor",
                        CLAUSE,
                        "subjectPublicKeyInfo",
                        "The RSA modulus can be divided by " + smallest(rsa.modulus())
                                + ": it is no product of two large" + " primes."));
    }

    private static int smallest(BigInteger modulus) {
        return PRIMES.stream()
                .filter(p -> modulus.mod(BigInteger.valueOf(p)).signum() == 0)
                .findFirst()
                .orElseThrow();
    }
}
