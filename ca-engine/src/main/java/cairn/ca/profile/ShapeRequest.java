package cairn.ca.profile;

import cairn.ca.x509.SerialNumber;
import java.time.Instant;

/**
 * Everything that a profile needs to shape a certificate: the same request gives the same octets.
 *
 * @param now the time at which the certificate is made; the profile reads no clock
 */
public record ShapeRequest(IssuerData issuer, RequestedContent requested, SerialNumber serial, Instant now) {}
