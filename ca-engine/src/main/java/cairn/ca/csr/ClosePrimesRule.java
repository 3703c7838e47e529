package cairn.ca.csr;

import cairn.ca.x509.Finding;
import cairn.ca.x509.SubjectPublicKey;
import java.math.BigInteger;
import java.util.Optional;

/** Two primes so close that Fermat's method finds them within a hundred rounds (CA/Browser Forum BR section 6.1.1.3). */
record ClosePrimesRule(int rounds) implements KeyRule {
    @Override
    public Optional<Finding> check(SubjectPublicKey key) {
        return RsaKey.of(key)
                .filter(rsa -> rsa.modulus().testBit(0) && factors(rsa.modulus()))
                .map(rsa -> Finding.error(
                        "key.close-primes",
                        "CA/Browser Forum BR section 6.1.1.3; CVE-2022-26320",
                        "subjectPublicKeyInfo",
                        "The two primes of the RSA key lie so close together that the key can be factored at once"
                                + " (Fermat, " + rounds + " rounds)."));
    }

    private boolean factors(BigInteger n) {
        BigInteger[] root = n.sqrtAndRemainder();
        if (root[1].signum() == 0) {
            return true;
        }
        BigInteger a = root[0].add(BigInteger.ONE);
        BigInteger rest = a.multiply(a).subtract(n);
        for (int round = 0; round < rounds; round++) {
            if (isSquare(rest)) {
                return true;
            }
            // (a + 1)^2 - n = a^2 - n + 2a + 1
            rest = rest.add(a.shiftLeft(1)).add(BigInteger.ONE);
            a = a.add(BigInteger.ONE);
        }
        return false;
    }

    /** Most numbers are told from a square by their residue modulo 64 and 63 alone, which costs next to nothing. */
    private static boolean isSquare(BigInteger value) {
        int low = value.intValue() & 63;
        if ((0x0202021202030213L >>> low & 1) == 0) {
            return false;
        }
        int rest = value.mod(BigInteger.valueOf(63)).intValue();
        boolean residue = false;
        for (int i = 0; i < 63 && !residue; i++) {
            residue = i * i % 63 == rest;
        }
        return residue && value.sqrtAndRemainder()[1].signum() == 0;
    }
}
