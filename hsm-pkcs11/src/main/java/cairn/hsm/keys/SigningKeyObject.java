package cairn.hsm.keys;

/**
 * A private key that was found, for the session and log-in in which it was found.
 *
 * @param handle its object handle
 * @param publicKey its public half
 * @param alwaysAuthenticate CKA_ALWAYS_AUTHENTICATE: each use needs a context-specific log-in
 */
public record SigningKeyObject(long handle, PublicKeyObject publicKey, boolean alwaysAuthenticate) {}
