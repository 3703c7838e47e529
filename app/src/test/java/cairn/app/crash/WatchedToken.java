package cairn.app.crash;

import cairn.ca.signing.KeyAttributes;
import cairn.ca.signing.KeyReference;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.signing.TokenIdentity;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SubjectPublicKey;
import java.util.List;
import java.util.Set;

/** The real token; tells of each signature before and after it is made. */
record WatchedToken(KeyStoreToken token, Workbench.Work work, Observer observer) implements KeyStoreToken {
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
        return new Key(token.find(reference), work, observer);
    }

    @Override
    public SigningKey generate(KeyType type, String label) throws SigningException {
        return token.generate(type, label);
    }

    @Override
    public void close() {
        token.close();
    }

    private record Key(SigningKey key, Workbench.Work work, Observer observer) implements SigningKey {
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
            boolean list = work.isList();
            observer.reached(list ? Step.LIST_BEFORE_SIGNATURE : Step.BEFORE_SIGNATURE);
            byte[] signature = key.sign(algorithm, content);
            observer.seen(list ? Evidence.SIGNED_LIST : Evidence.SIGNED, content);
            observer.reached(list ? Step.LIST_AFTER_SIGNATURE : Step.AFTER_SIGNATURE);
            return signature;
        }
    }
}
