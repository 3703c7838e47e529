package cairn.ca.revocation;

/** Why a decision was not recorded. Nothing of it was. */
public abstract sealed class RevocationException extends Exception {
    private RevocationException(String message) {
        super(message);
    }

    private RevocationException(String message, Throwable cause) {
        super(message, cause);
    }

    /** This issuer never issued a certificate with this serial number. */
    public static final class UnknownCertificate extends RevocationException {
        public UnknownCertificate(String message) {
            super(message);
        }
    }

    /** It is revoked already, for good. */
    public static final class AlreadyRevoked extends RevocationException {
        public AlreadyRevoked(String message) {
            super(message);
        }
    }

    /** It is on hold already. */
    public static final class AlreadyHeld extends RevocationException {
        public AlreadyHeld(String message) {
            super(message);
        }
    }

    /** It is not on hold, so there is nothing to release. */
    public static final class NotHeld extends RevocationException {
        public NotHeld(String message) {
            super(message);
        }
    }

    /** The decision contradicts itself or the certificate: a reason or a date that cannot be. */
    public static final class Refused extends RevocationException {
        public Refused(String message) {
            super(message);
        }

        public Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
