package cairn.ca.revocation;

import cairn.ca.audit.AuthorityName;
import cairn.ca.x509.SerialNumber;
import java.time.Instant;
import java.util.Optional;

/** A decision about one certificate. */
public sealed interface RevocationOrder {
    /** Who issued the certificate. */
    AuthorityName issuer();

    /** Its serial number. */
    SerialNumber serialNumber();

    /**
     * Revoke for good.
     *
     * @param invalidityDate since when the key is believed bad, if that is known
     * @param keepKey whether the key stays allowed although the reason is a compromise; it is blocked otherwise
     */
    record Revoke(
            AuthorityName issuer,
            SerialNumber serialNumber,
            RevocationReason reason,
            Optional<Instant> invalidityDate,
            boolean keepKey)
            implements RevocationOrder {
        /** Refuses certificateHold, which is {@link Hold}. */
        public Revoke {
            if (reason == RevocationReason.CERTIFICATE_HOLD) {
                throw new IllegalArgumentException("certificateHold is not for good: put the certificate on hold");
            }
        }

        /** Revoke for this reason, without more to say. */
        public static Revoke of(AuthorityName issuer, SerialNumber serialNumber, RevocationReason reason) {
            return new Revoke(issuer, serialNumber, reason, Optional.empty(), false);
        }
    }

    /** Put on hold, from which it can be released. */
    record Hold(AuthorityName issuer, SerialNumber serialNumber) implements RevocationOrder {}

    /** Release from hold. */
    record Release(AuthorityName issuer, SerialNumber serialNumber) implements RevocationOrder {}
}
