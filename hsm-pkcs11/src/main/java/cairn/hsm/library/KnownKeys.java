package cairn.hsm.library;

import cairn.hsm.keys.PublicKeyObject;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The public keys seen since a token was opened: a key that is found again must be the same key. */
final class KnownKeys {
    private final ConcurrentMap<String, PublicKeyObject> byId = new ConcurrentHashMap<>();

    /** Remembers the key, or compares it with what is remembered. */
    void requireSame(KeyRef key, PublicKeyObject found) throws TokenException {
        PublicKeyObject before = byId.putIfAbsent(key.id(), found);
        if (before != null && !Arrays.equals(before.info(), found.info())) {
            throw new TokenException(
                    Failure.KEY_MISSING,
                    "the key '" + key.label() + "' (CKA_ID " + key.id()
                            + ") is another than before: its public key has changed");
        }
    }

    /** Forgets a key that was destroyed on purpose. */
    void forget(KeyRef key) {
        byId.remove(key.id());
    }
}
