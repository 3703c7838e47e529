package cairn.app.crash;

import cairn.ca.engine.ForwardingKey;
import cairn.ca.engine.ForwardingToken;
import cairn.ca.signing.KeyReference;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.x509.SignatureAlgorithm;

/** The real token; tells of each signature before and after it is made. */
final class WatchedToken extends ForwardingToken {
    private final Workbench.Work work;
    private final Observer observer;

    WatchedToken(KeyStoreToken token, Workbench.Work work, Observer observer) {
        super(token);
        this.work = work;
        this.observer = observer;
    }

    @Override
    public SigningKey find(KeyReference reference) throws SigningException {
        return new Key(super.find(reference));
    }

    private final class Key extends ForwardingKey {
        Key(SigningKey key) {
            super(key);
        }

        @Override
        public byte[] sign(SignatureAlgorithm algorithm, byte[] content) throws SigningException {
            boolean list = work.isList();
            observer.reached(list ? Step.LIST_BEFORE_SIGNATURE : Step.BEFORE_SIGNATURE);
            byte[] signature = super.sign(algorithm, content);
            observer.seen(list ? Evidence.SIGNED_LIST : Evidence.SIGNED, content);
            observer.reached(list ? Step.LIST_AFTER_SIGNATURE : Step.AFTER_SIGNATURE);
            return signature;
        }
    }
}
