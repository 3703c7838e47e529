package cairn.ca.revocation;

import cairn.ca.x509.SerialNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * That a certificate is revoked or on hold ({@link RevocationReason#CERTIFICATE_HOLD}).
 *
 * @param revokedAt when the authority decided (RFC 5280 section 5.1.2.6), whole seconds
 * @param invalidityDate since when the key is believed bad (RFC 5280 section 5.3.2)
 * @param expires the certificate's notAfter: an entry may leave the list after one list issued beyond it
 */
public record Revocation(
        SerialNumber serialNumber,
        RevocationReason reason,
        Instant revokedAt,
        Optional<Instant> invalidityDate,
        Instant expires) {}
