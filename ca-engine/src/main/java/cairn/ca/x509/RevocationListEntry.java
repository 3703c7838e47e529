package cairn.ca.x509;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a revocation list from outside (RFC 5280 section 5.1.2.6).
 *
 * @param serial the serial number, also one that RFC 5280 forbids
 * @param revocationDate when the certificate was revoked
 * @param reason the number of the reason code, where there is one
 */
public record RevocationListEntry(BigInteger serial, Instant revocationDate, Optional<Integer> reason) {}
