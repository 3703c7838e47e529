package cairn.ca.signing;

/**
 * A key could not be used. The subclasses are the cases between which a caller must choose; the message is for the
 * log, the words for people are made from the type.
 */
public abstract sealed class SigningException extends Exception {
    private SigningException(String message, Throwable cause) {
        super(message, cause);
    }

    private SigningException(String message) {
        super(message);
    }

    /** The token has no such key, or its public key is not the expected one. */
    public static final class KeyMissing extends SigningException {
        public KeyMissing(String message) {
            super(message);
        }
    }

    /** The token, its slot or its library is not there. */
    public static final class TokenAbsent extends SigningException {
        public TokenAbsent(String message) {
            super(message);
        }

        public TokenAbsent(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Somebody must log in (again) before the key can be used. */
    public static final class LoginRequired extends SigningException {
        public LoginRequired(String message) {
            super(message);
        }

        public LoginRequired(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The PIN or passphrase was wrong. It is never tried again by itself. */
    public static final class PinIncorrect extends SigningException {
        public PinIncorrect(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The token has locked the PIN; its security officer must set a new one. */
    public static final class PinLocked extends SigningException {
        public PinLocked(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Every session was in use until the deadline. Nothing was signed. */
    public static final class TokenBusy extends SigningException {
        public TokenBusy(String message) {
            super(message);
        }
    }

    /** The request was on its way when the token, its process or its deadline was lost: it may have signed. */
    public static final class UnknownOutcome extends SigningException {
        public UnknownOutcome(String message) {
            super(message);
        }

        public UnknownOutcome(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The token refused: the mechanism, the key's usage, its policy. Nothing was signed. */
    public static final class Rejected extends SigningException {
        public Rejected(String message) {
            super(message);
        }

        public Rejected(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
