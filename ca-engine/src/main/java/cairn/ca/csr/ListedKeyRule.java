package cairn.ca.csr;

import cairn.ca.x509.Finding;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.SubjectPublicKey;
import java.util.Optional;
import java.util.function.Predicate;

/** Keys that somebody keeps a list of: compromised ones, and those of the authorities themselves. */
final class ListedKeyRule implements KeyRule {
    private final Predicate<Fingerprint> listed;
    private final Finding refusal;

    private ListedKeyRule(Predicate<Fingerprint> listed, Finding refusal) {
        this.listed = listed;
        this.refusal = refusal;
    }

    static ListedKeyRule blocked(Predicate<Fingerprint> blocked) {
        return new ListedKeyRule(
                blocked,
                Finding.error(
                        "key.blocked",
                        "CA/Browser Forum BR section 6.1.1.3",
                        "subjectPublicKeyInfo",
                        "The key is blocked: it is known to be compromised or a certificate for it was revoked because of"
                                + " that. Make a new key."));
    }

    static ListedKeyRule ownedByAuthority(Predicate<Fingerprint> own) {
        return new ListedKeyRule(
                own,
                Finding.error(
                        "key.authority",
                        "RFC 5280 section 4.2.1.2",
                        "subjectPublicKeyInfo",
                        "The key is that of an authority here. An authority's key signs certificates and does nothing"
                                + " else."));
    }

    @Override
    public Optional<Finding> check(SubjectPublicKey key) {
        return listed.test(key.fingerprint()) ? Optional.of(refusal) : Optional.empty();
    }
}
