package cairn.ca.signing;

import cairn.ca.x509.KeyType;
import java.util.List;
import java.util.Set;

/** A token to which somebody has logged in. */
public interface KeyStoreToken extends AutoCloseable {
    /** Which token this is. */
    TokenIdentity identity();

    /** The kinds of key that it can generate and sign with. */
    Set<KeyType> offers() throws SigningException;

    /** All signing keys on the token. */
    List<SigningKey> keys() throws SigningException;

    /** The one key with this reference's identifier; refuses none and more than one. */
    SigningKey find(KeyReference reference) throws SigningException;

    /**
     * Generates a key pair on the token: sensitive, not extractable, for signing only. Every attribute is read back.
     * Refuses a label that the token already has.
     */
    SigningKey generate(KeyType type, String label) throws SigningException;

    /** Logs out and frees the sessions. */
    @Override
    void close();
}
