package cairn.hsm.token;

import org.jspecify.annotations.Nullable;

/** A token did not do as asked. */
public final class TokenException extends Exception {
    private final Failure failure;
    private final String function;
    private final long returnValue;

    /**
     * @param function the C_ function that failed, or what was being done
     * @param returnValue the CK_RV, or 0 if none was returned
     * @param message for the log: says the CKR_ name and what was being done
     */
    public TokenException(
            Failure failure, String function, long returnValue, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.failure = failure;
        this.function = function;
        this.returnValue = returnValue;
    }

    public TokenException(Failure failure, String message) {
        this(failure, "", 0, message, null);
    }

    /** The case, for callers that must choose. */
    public Failure failure() {
        return failure;
    }

    /** The C_ function that failed, or an empty text. */
    public String function() {
        return function;
    }

    /** The CK_RV as an unsigned number; 0 if none was returned. */
    public long returnValue() {
        return returnValue;
    }

    /** The cases between which callers choose. */
    public enum Failure {
        /** No such key, or more than one, or another public key than expected. */
        KEY_MISSING,
        /** The label or identifier is taken. */
        KEY_EXISTS,
        /** The library cannot be loaded: no such file, not a library, or one for another kind of computer. */
        LIBRARY_UNUSABLE,
        /** The token or slot is gone or was never there, or the library ended. */
        TOKEN_ABSENT,
        /** What the token keeps does not agree with its own seal: nothing of it can be trusted. */
        TOKEN_DAMAGED,
        /** Nobody is logged in and nothing may log in by itself. */
        LOGIN_REQUIRED,
        /** CKR_PIN_INCORRECT; never retried. */
        PIN_INCORRECT,
        /** CKR_PIN_LOCKED. */
        PIN_LOCKED,
        /** The new PIN does not suit the token (length, form, expired). */
        PIN_UNSUITABLE,
        /** No session became free before the deadline; nothing was done. */
        BUSY,
        /** The operation was on its way and its answer is lost: it may have been done. */
        UNKNOWN_OUTCOME,
        /** The token refused and did nothing: mechanism, usage, template, policy, storage. */
        REJECTED,
        /** The request itself makes no sense: a bug or bad configuration. */
        BAD_REQUEST
    }
}
