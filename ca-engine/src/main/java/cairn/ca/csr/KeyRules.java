package cairn.ca.csr;

import cairn.ca.x509.Fingerprint;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the standard {@link KeyPolicy} is made of.
 *
 * @param minRsaBits the shortest RSA modulus, 2048 at least
 * @param maxRsaBits the longest RSA modulus, 8192 at most
 * @param minRsaExponent the smallest RSA exponent, 3 at least
 * @param weakKeys the list of Debian's weak keys, possibly empty
 * @param blocked whether the key with this fingerprint of its SubjectPublicKeyInfo is blocked
 * @param ownKey whether the key with this fingerprint belongs to an authority of this workspace
 */
public record KeyRules(
        int minRsaBits,
        int maxRsaBits,
        BigInteger minRsaExponent,
        KeyBlocklist weakKeys,
        Predicate<Fingerprint> blocked,
        Predicate<Fingerprint> ownKey) {
    private static final int FERMAT_ROUNDS = 100;

    /** Refuses limits that no key policy may have. */
    public KeyRules {
        if (minRsaBits < 2048 || maxRsaBits > 8192 || minRsaBits > maxRsaBits) {
            throw new IllegalArgumentException(
                    "RSA keys have from 2048 to 8192 bits: " + minRsaBits + ", " + maxRsaBits);
        }
        if (minRsaExponent.compareTo(BigInteger.valueOf(3)) < 0) {
            throw new IllegalArgumentException("an RSA exponent is at least 3: " + minRsaExponent);
        }
    }

    /** RSA from 2048 to 8192 bits with an exponent of at least 65537, no lists. */
    public static KeyRules standard() {
        return new KeyRules(2048, 8192, BigInteger.valueOf(65537), KeyBlocklist.empty(), key -> false, key -> false);
    }

    /** The same with another list of Debian's weak keys. */
    public KeyRules withWeakKeys(KeyBlocklist list) {
        return new KeyRules(minRsaBits, maxRsaBits, minRsaExponent, list, blocked, ownKey);
    }

    /** The same with another predicate for blocked keys. */
    public KeyRules withBlocked(Predicate<Fingerprint> predicate) {
        return new KeyRules(minRsaBits, maxRsaBits, minRsaExponent, weakKeys, predicate, ownKey);
    }

    /** The same with another predicate for the authorities' own keys. */
    public KeyRules withOwnKeys(Predicate<Fingerprint> predicate) {
        return new KeyRules(minRsaBits, maxRsaBits, minRsaExponent, weakKeys, blocked, predicate);
    }

    /** The policy; cheap rules stand before dear ones. */
    public KeyPolicy policy() {
        return new KeyPolicy(List.of(
                new AlgorithmRule(),
                new CurveRule(),
                new RsaSizeRule(minRsaBits, maxRsaBits, minRsaExponent),
                ListedKeyRule.ownedByAuthority(ownKey),
                ListedKeyRule.blocked(blocked),
                new SmallFactorRule(),
                new RocaRule(),
                new DebianWeakKeyRule(weakKeys),
                new ClosePrimesRule(FERMAT_ROUNDS)));
    }

    /** What the policy covers, in sentences for the operator; says plainly where a list is missing. */
    public List<String> describe() {
        String debian = weakKeys.size() == 0
                ? "Debian's weak keys (CVE-2008-0166) are not recognised: no list was given."
                : "Debian's weak keys (CVE-2008-0166): " + weakKeys.size() + " are listed.";
        return List.of(
                "RSA from " + minRsaBits + " to " + maxRsaBits + " bits with an odd exponent of at least "
                        + minRsaExponent
                        + "; no factor below 752, no ROCA mark, no primes that Fermat finds in " + FERMAT_ROUNDS
                        + " rounds.",
                "EC on P-256, P-384 and P-521, named, on the curve; Ed25519, ML-DSA, SLH-DSA.",
                debian,
                "Blocked keys and the keys of authorities are refused.");
    }
}
