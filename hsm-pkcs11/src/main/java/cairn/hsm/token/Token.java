package cairn.hsm.token;

import java.util.List;
import java.util.Set;

/**
 * A token with somebody logged in: a PKCS#11 token in this process, one behind the broker, or the software token.
 * Safe for use by several threads; operations are coarse, so that each can be one message to another process.
 */
public interface Token extends AutoCloseable {
    /** Who it is, freshly asked. */
    TokenInfo info() throws TokenException;

    /** Its mechanisms. */
    List<MechanismInfo> mechanisms() throws TokenException;

    /** The key kinds that it can both generate and sign with. */
    Set<KeySpec> offers() throws TokenException;

    /** All private signing keys that have a public key beside them. */
    List<KeyRef> keys() throws TokenException;

    /**
     * Generates a key pair with fresh 16-byte CKA_ID; sensitive, not extractable, sign and verify only.
     *
     * @throws TokenException KEY_EXISTS if the label is taken
     */
    KeyRef generateKeyPair(KeySpec spec, String label) throws TokenException;

    /** The public key as a DER SubjectPublicKeyInfo. */
    byte[] publicKey(KeyRef key) throws TokenException;

    /** What the token says of the private key. */
    KeyProof proof(KeyRef key) throws TokenException;

    /** Signs a whole message. The bytes are PKCS#11's: r and s joined for ECDSA. */
    byte[] sign(KeyRef key, SignMechanism mechanism, byte[] message) throws TokenException;

    /** Destroys both halves of a key pair. */
    void destroy(KeyRef key) throws TokenException;

    /** Random octets from the token. */
    byte[] random(int octets) throws TokenException;

    /** Logs out, closes the sessions, wipes what was kept. */
    @Override
    void close();
}
