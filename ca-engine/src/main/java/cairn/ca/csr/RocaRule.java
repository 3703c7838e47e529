package cairn.ca.csr;

import cairn.ca.x509.Finding;
import cairn.ca.x509.SubjectPublicKey;
import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * ROCA, CVE-2017-15361: RSA keys of Infineon chips, whose primes are {@code k * M + (65537^a mod M)} for the product M of
 * the first primes. Such a modulus is a power of 65537 modulo each of these primes, which a random one is with a
 * probability below one in a hundred million.
 */
final class RocaRule implements KeyRule {
    /** All primes of M for the shortest keys; longer keys use more of them, these always among them. */
    private static final int LARGEST = 167;

    private static final BigInteger GENERATOR = BigInteger.valueOf(65537);
    private static final List<Residues> RESIDUES = SmallFactorRule.primes().stream()
            .filter(p -> p <= LARGEST)
            .map(RocaRule::powers)
            .filter(r -> r.powers.cardinality() < r.prime - 1)
            .toList();

    /** The powers of 65537 modulo a prime. */
    private record Residues(int prime, BitSet powers) {
        boolean contains(int residue) {
            return powers.get(residue);
        }
    }

    private static Residues powers(int prime) {
        BitSet powers = new BitSet(prime);
        int generator = GENERATOR.mod(BigInteger.valueOf(prime)).intValue();
        int power = 1;
        while (!powers.get(power)) {
            powers.set(power);
            power = power * generator % prime;
        }
        return new Residues(prime, powers);
    }

    @Override
    public Optional<Finding> check(SubjectPublicKey key) {
        return RsaKey.of(key)
                .filter(rsa -> hasFingerprint(rsa.modulus()))
                .map(rsa -> Finding.error(
                        "key.roca",
                        "CVE-2017-15361; CA/Browser Forum BR section 6.1.1.3",
                        "subjectPublicKeyInfo",
                        "The RSA key bears the mark of a faulty chip library (ROCA): the private key can be computed"
                                + " from it. Make a key elsewhere."));
    }

    /** Whether the modulus is a power of 65537 modulo every prime that tells something. */
    static boolean hasFingerprint(BigInteger modulus) {
        return RESIDUES.stream()
                .allMatch(
                        r -> r.contains(modulus.mod(BigInteger.valueOf(r.prime)).intValue()));
    }
}
