package cairn.hsm.token;

/** Where a PIN comes from when one is needed: a prompt, a file descriptor, a checked file, a service credential. */
@FunctionalInterface
public interface PinSource {
    /**
     * Asks once for a PIN. The receiver closes it.
     *
     * @throws TokenException LOGIN_REQUIRED if none can be had
     */
    Pin request(TokenSelector token, Role role) throws TokenException;

    /** Whose PIN. */
    enum Role {
        USER,
        SECURITY_OFFICER,
        /** Again for one use of a key with CKA_ALWAYS_AUTHENTICATE. */
        CONTEXT_SPECIFIC
    }
}
