package cairn.ca.engine;

import cairn.ca.signing.KeyAttributes;
import cairn.ca.signing.KeyReference;
import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SubjectPublicKey;

/** Another key, except for what a subclass does in its own way. */
public abstract class ForwardingKey implements SigningKey {
    private final SigningKey key;

    protected ForwardingKey(SigningKey key) {
        this.key = key;
    }

    @Override
    public KeyReference reference() {
        return key.reference();
    }

    @Override
    public SubjectPublicKey publicKey() {
        return key.publicKey();
    }

    @Override
    public KeyAttributes attributes() {
        return key.attributes();
    }

    @Override
    public byte[] sign(SignatureAlgorithm algorithm, byte[] content) throws SigningException {
        return key.sign(algorithm, content);
    }
}
