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
public record RevocationListEntry(BigInteger serial, Instant revocationDate, Optional<Integer> reason) {
    /** The serial number in hexadecimal digits, an even number of them. */
    public String serialHex() {
        String digits = serial.abs().toString(16);
        return (serial.signum() < 0 ? "-" : "") + (digits.length() % 2 == 0 ? "" : "0") + digits;
    }

    /** The reason in the names of RFC 5280 section 5.3.1; an entry without one says nothing but that (there: unspecified). */
    public String reasonWord() {
        return ReasonWords.of(reason.orElse(0));
    }
}
