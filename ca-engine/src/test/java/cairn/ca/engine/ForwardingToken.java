package cairn.ca.engine;

import cairn.ca.signing.KeyReference;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.signing.TokenIdentity;
import cairn.ca.x509.KeyType;
import java.util.List;
import java.util.Set;

/** Another token, except for what a subclass does in its own way. */
public abstract class ForwardingToken implements KeyStoreToken {
    private final KeyStoreToken token;

    protected ForwardingToken(KeyStoreToken token) {
        this.token = token;
    }

    @Override
    public TokenIdentity identity() {
        return token.identity();
    }

    @Override
    public Set<KeyType> offers() throws SigningException {
        return token.offers();
    }

    @Override
    public List<SigningKey> keys() throws SigningException {
        return token.keys();
    }

    @Override
    public SigningKey find(KeyReference reference) throws SigningException {
        return token.find(reference);
    }

    @Override
    public SigningKey generate(KeyType type, String label) throws SigningException {
        return token.generate(type, label);
    }

    @Override
    public void close() {
        token.close();
    }
}
