package cairn.hsm.signer;

import cairn.ca.signing.KeyReference;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.signing.TokenIdentity;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.SubjectPublicKey;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenInfo;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The engine's port over any token: PKCS#11 in this process, behind the broker, or the software token. */
public final class TokenKeyStore implements KeyStoreToken {
    private final Token token;
    private final TokenIdentity identity;

    private TokenKeyStore(Token token, TokenIdentity identity) {
        this.token = token;
        this.identity = identity;
    }

    /** Takes over a token, which is closed with this. */
    public static TokenKeyStore over(Token token) throws SigningException {
        try {
            TokenInfo info = token.info();
            return new TokenKeyStore(
                    token,
                    new TokenIdentity(
                            info.label(),
                            info.serialNumber(),
                            info.manufacturer(),
                            info.model(),
                            info.software() ? TokenIdentity.Kind.SOFTWARE : TokenIdentity.Kind.PKCS11));
        } catch (TokenException e) {
            throw SigningFailures.of(e);
        }
    }

    @Override
    public TokenIdentity identity() {
        return identity;
    }

    @Override
    public Set<KeyType> offers() throws SigningException {
        try {
            Set<KeyType> types = EnumSet.noneOf(KeyType.class);
            for (KeySpec spec : token.offers()) {
                KeyTypes.type(spec).ifPresent(types::add);
            }
            return types;
        } catch (TokenException e) {
            throw SigningFailures.of(e);
        }
    }

    /** Leaves out kinds of key that the engine does not use, and identifiers that several keys or halves share. */
    @Override
    public List<SigningKey> keys() throws SigningException {
        List<KeyRef> all = refs();
        List<SigningKey> keys = new ArrayList<>();
        for (KeyRef key : all) {
            boolean alone =
                    all.stream().filter(other -> other.id().equals(key.id())).count() == 1;
            if (alone && KeyTypes.type(key.spec()).isPresent()) {
                loadIfThere(key).ifPresent(keys::add);
            }
        }
        return keys;
    }

    @Override
    public SigningKey find(KeyReference reference) throws SigningException {
        if (!reference.tokenLabel().equals(identity.label())
                || !reference.tokenSerial().equals(identity.serialNumber())) {
            throw new SigningException.KeyMissing("the key '" + reference.label() + "' is on the token '"
                    + reference.tokenLabel() + "' (serial number " + reference.tokenSerial() + "), but this is '"
                    + identity.label() + "' (serial number " + identity.serialNumber() + ")");
        }
        List<KeyRef> found = refs().stream()
                .filter(key -> key.id().equals(reference.keyId()))
                .toList();
        if (found.size() != 1) {
            throw new SigningException.KeyMissing("the token '" + identity.label() + "' has " + found.size()
                    + " signing keys with the identifier " + reference.keyId() + " ('" + reference.label() + "')");
        }
        return load(found.getFirst());
    }

    @Override
    public SigningKey generate(KeyType type, String label) throws SigningException {
        try {
            return load(token.generateKeyPair(KeyTypes.spec(type), label));
        } catch (TokenException e) {
            throw SigningFailures.of(e);
        }
    }

    private List<KeyRef> refs() throws SigningException {
        try {
            return token.keys();
        } catch (TokenException e) {
            throw SigningFailures.of(e);
        }
    }

    /** One key whose public half is there twice, or that somebody deletes just now, must not hide all the others. */
    private Optional<SigningKey> loadIfThere(KeyRef key) throws SigningException {
        try {
            return Optional.of(load(key));
        } catch (SigningException.KeyMissing e) {
            return Optional.empty();
        }
    }

    private SigningKey load(KeyRef key) throws SigningException {
        try {
            SubjectPublicKey publicKey = SubjectPublicKey.ofDer(token.publicKey(key));
            return new TokenSigningKey(
                    token,
                    key,
                    new KeyReference(identity.label(), identity.serialNumber(), key.id(), key.label()),
                    publicKey,
                    KeyAnswers.of(token.proof(key)));
        } catch (TokenException e) {
            throw SigningFailures.of(e);
        } catch (MalformedException e) {
            throw new SigningException.Rejected("the token gave no public key for '" + key.label() + "'", e);
        }
    }

    @Override
    public void close() {
        token.close();
    }
}
