package cairn.testkit.pkcs11;

import java.io.ByteArrayOutputStream;

/** A signature under way: C_SignInit came, C_Sign or C_SignFinal did not yet. */
final class SignOperation {
    private final VirtualObject key;
    private final Signing signing;
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private boolean authenticated;

    SignOperation(VirtualObject key, Signing signing) {
        this.key = key;
        this.signing = signing;
        authenticated = !key.isTrue(Pkcs11.CKA_ALWAYS_AUTHENTICATE);
    }

    VirtualObject key() {
        return key;
    }

    /** The PIN was given for this one use of the key. */
    void authenticate() {
        authenticated = true;
    }

    void requireAuthenticated() throws RefusedException {
        if (!authenticated) {
            throw new RefusedException(Pkcs11.CKR_USER_NOT_LOGGED_IN);
        }
    }

    void update(byte[] part) {
        parts.writeBytes(part);
    }

    byte[] updated() {
        return parts.toByteArray();
    }

    Signing signing() {
        return signing;
    }
}
