package cairn.ca.csr;

import cairn.ca.x509.Finding;
import cairn.ca.x509.SubjectPublicKey;
import java.util.Optional;

/**
 * Keys that the faulty OpenSSL of Debian made from 2006 to 2008 (CVE-2008-0166): there are only 32,768 of each size and
 * kind of processor.
 *
 * <p>What is covered: exactly the moduli on the list that is handed in. The complete lists are too large to ship, and the
 * keys cannot be recomputed without that very library; without a list this rule refuses nothing, and {@link
 * KeyRules#describe} says so.
 */
record DebianWeakKeyRule(KeyBlocklist list) implements KeyRule {
    @Override
    public Optional<Finding> check(SubjectPublicKey key) {
        if (list.size() == 0) {
            return Optional.empty();
        }
        return RsaKey.of(key)
                .filter(rsa -> list.contains(rsa.modulus()))
                .map(rsa -> Finding.error(
                        "key.debian-weak",
                        "CVE-2008-0166; CA/Browser Forum BR section 6.1.1.3",
                        "subjectPublicKeyInfo",
                        "The RSA key is on the list of keys that a faulty random generator made: anybody can have its"
                                + " private key. Make a new key."));
    }
}
