package cairn.hsm.signer;

import cairn.ca.signing.KeyAttributes;
import cairn.ca.signing.KeyReference;
import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SubjectPublicKey;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;

/** A key of a token as the engine sees it. */
final class TokenSigningKey implements SigningKey {
    private final Token token;
    private final KeyRef key;
    private final KeyReference reference;
    private final SubjectPublicKey publicKey;
    private final KeyAttributes attributes;

    TokenSigningKey(
            Token token, KeyRef key, KeyReference reference, SubjectPublicKey publicKey, KeyAttributes attributes) {
        this.token = token;
        this.key = key;
        this.reference = reference;
        this.publicKey = publicKey;
        this.attributes = attributes;
    }

    @Override
    public KeyReference reference() {
        return reference;
    }

    @Override
    public SubjectPublicKey publicKey() {
        return publicKey;
    }

    @Override
    public KeyAttributes attributes() {
        return attributes;
    }

    @Override
    public byte[] sign(SignatureAlgorithm algorithm, byte[] content) throws SigningException {
        if (KeyTypes.type(key.spec())
                .map(KeyType::family)
                .filter(algorithm.family()::equals)
                .isEmpty()) {
            throw new SigningException.Rejected("the key '" + key.label() + "' cannot sign with " + algorithm.word());
        }
        byte[] signature;
        try {
            signature = token.sign(key, SignMechanisms.of(algorithm), content);
        } catch (TokenException e) {
            throw SigningFailures.of(e);
        }
        return algorithm.family() == KeyType.Family.EC ? der(signature) : signature;
    }

    private byte[] der(byte[] joined) throws SigningException {
        try {
            return EcdsaSignature.der(joined);
        } catch (IllegalArgumentException e) {
            throw new SigningException.UnknownOutcome(
                    "the token gave something that is no ECDSA signature for the key '" + key.label() + "'", e);
        }
    }
}
