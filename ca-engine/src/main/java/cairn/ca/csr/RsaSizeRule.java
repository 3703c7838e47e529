package cairn.ca.csr;

import cairn.ca.x509.Finding;
import cairn.ca.x509.SubjectPublicKey;
import java.math.BigInteger;
import java.util.Optional;

/** An RSA key has a readable odd modulus of a permitted length and a sensible exponent. */
record RsaSizeRule(int minBits, int maxBits, BigInteger minExponent) implements KeyRule {
    /** No exponent has more bits: larger ones only slow everybody down (CA/Browser Forum BR section 6.1.6). */
    private static final int MAX_EXPONENT_BITS = 256;

    private static final String SIZE = "NIST SP 800-131A section 3; CA/Browser Forum BR section 6.1.5";
    private static final String EXPONENT = "NIST SP 800-89 section 5.3.3; CA/Browser Forum BR section 6.1.6";

    @Override
    public Optional<Finding> check(SubjectPublicKey key) {
        if (!RsaKey.isRsa(key)) {
            return Optional.empty();
        }
        Optional<RsaKey> numbers = RsaKey.of(key);
        if (numbers.isEmpty()) {
            return refuse("key.rsa-malformed", "RFC 8017 section A.1.1", "The numbers of the RSA key cannot be read.");
        }
        BigInteger n = numbers.get().modulus();
        BigInteger e = numbers.get().exponent();
        int bits = n.signum() > 0 ? n.bitLength() : 0;
        if (bits < minBits || bits > maxBits) {
            return refuse(
                    "key.rsa-size",
                    SIZE,
                    "The RSA key has " + bits + " bits; from " + minBits + " to " + maxBits + " are accepted.");
        }
        if (!n.testBit(0)) {
            return refuse(
                    "key.rsa-modulus-even", EXPONENT, "The RSA modulus is even, so it is no product of two primes.");
        }
        if (e.signum() <= 0 || !e.testBit(0) || e.compareTo(minExponent) < 0) {
            return refuse(
                    "key.rsa-exponent",
                    EXPONENT,
                    "The RSA exponent is " + shown(e) + "; an odd number of at least " + minExponent + " is needed.");
        }
        if (e.bitLength() > MAX_EXPONENT_BITS) {
            return refuse(
                    "key.rsa-exponent",
                    EXPONENT,
                    "The RSA exponent has " + e.bitLength() + " bits; at most " + MAX_EXPONENT_BITS + " are accepted.");
        }
        return Optional.empty();
    }

    private static String shown(BigInteger e) {
        return e.bitLength() <= 64 ? e.toString() : "a number of " + e.bitLength() + " bits";
    }

    private static Optional<Finding> refuse(String code, String clause, String words) {
        return Optional.of(Finding.error(code, clause, "subjectPublicKeyInfo", words));
    }
}
