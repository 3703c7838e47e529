package cairn.ca.authority;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.signing.KeyAttributes;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.signing.TokenIdentity;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.Octets;
import java.util.List;
import java.util.Optional;

/** Generates an authority's key on the token, or finds the one that an interrupted creation left there. */
final class KeyCreation {
    private final AuthorityRegister register;

    KeyCreation(AuthorityRegister register) {
        this.register = register;
    }

    /**
     * The key for a new authority. Before it is generated that is recorded, and what came of it afterwards.
     *
     * @throws AuthorityException.Interrupted if a key of this label is there already and resuming was not asked for
     */
    SigningKey obtain(AuthorityName name, KeyOrder order, KeyStoreToken token)
            throws AuthorityException, SigningException, LedgerException {
        Optional<SigningKey> existing = withLabel(token, name.text());
        if (existing.isPresent()) {
            return resume(name, order, token.identity(), existing.get());
        }
        if (!token.offers().contains(order.type())) {
            throw new AuthorityException.Refused(
                    "key-type",
                    "token " + token.identity().label() + " offers no keys of type "
                            + order.type().title());
        }
        TokenIdentity identity = token.identity();
        register.record(new AuditEvent.KeyGenerationStarted(
                identity.label(), identity.serialNumber(), order.type().word(), name.text()));
        SigningKey key = token.generate(order.type(), name.text());
        register.record(new AuditEvent.KeyGenerated(
                key.reference(), order.type().word(), Octets.of(key.publicKey().encoded()), key.attributes()));
        requireType(name, order.type(), key);
        requireProof(name, identity, key);
        return key;
    }

    /** A key of a PKCS#11 token whose private half could leave it is no key for an authority. */
    private static void requireProof(AuthorityName name, TokenIdentity identity, SigningKey key)
            throws AuthorityException.Refused {
        KeyAttributes attributes = key.attributes();
        boolean leaves = attributes.extractable() == KeyAttributes.Answer.TRUE
                || attributes.sensitive() == KeyAttributes.Answer.FALSE;
        if (identity.kind() == TokenIdentity.Kind.PKCS11 && leaves) {
            throw new AuthorityException.Refused(
                    "key-attributes",
                    "the token says that the private key with the label " + name + " can leave it (CKA_EXTRACTABLE "
                            + attributes.extractable() + ", CKA_SENSITIVE " + attributes.sensitive() + ")");
        }
    }

    private SigningKey resume(AuthorityName name, KeyOrder order, TokenIdentity token, SigningKey key)
            throws AuthorityException, LedgerException {
        for (Authority authority : register.all()) {
            boolean inUse = authority.key().keyId().equals(key.reference().keyId())
                    && authority.key().tokenSerial().equals(key.reference().tokenSerial());
            if (inUse) {
                throw new AuthorityException.Refused(
                        "label",
                        "the token has a key with the label " + name + " already; authority " + authority.name()
                                + " uses it");
            }
        }
        if (!register.keyHistory(token, name.text()).allows(key.publicKey())) {
            throw new AuthorityException.Refused(
                    "label",
                    "the token has a key with the label " + name + " (" + key.publicKey()
                            + ") that this workspace did not generate; it belongs to somebody else");
        }
        if (!order.resume()) {
            throw new AuthorityException.Interrupted(
                    key.reference(),
                    "the token has a key with the label " + name + " (" + key.publicKey()
                            + ") that no authority of this workspace uses: a creation was interrupted after the key was"
                            + " generated");
        }
        requireType(name, order.type(), key);
        requireProof(name, token, key);
        register.record(new AuditEvent.InterruptionFound("the creation of authority " + name
                + " is resumed with the key that was generated for it: "
                + key.reference().keyId() + ", public key "
                + key.publicKey().fingerprint()));
        return key;
    }

    private static void requireType(AuthorityName name, KeyType type, SigningKey key)
            throws AuthorityException.Refused {
        if (!key.publicKey().type().equals(Optional.of(type))) {
            throw new AuthorityException.Refused(
                    "key-type", "the key with the label " + name + " is " + key.publicKey() + ", not " + type.title());
        }
    }

    private static Optional<SigningKey> withLabel(KeyStoreToken token, String label)
            throws SigningException, AuthorityException.Refused {
        List<SigningKey> found = token.keys().stream()
                .filter(key -> key.reference().label().equals(label))
                .toList();
        if (found.size() > 1) {
            throw new AuthorityException.Refused(
                    "label",
                    "the token has " + found.size() + " keys with the label " + label + "; give them"
                            + " different labels with the token's own program first");
        }
        return found.stream().findFirst();
    }
}
