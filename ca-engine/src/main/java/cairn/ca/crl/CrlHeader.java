package cairn.ca.crl;

import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.KeyIdentifier;
import cairn.ca.x509.SignatureAlgorithm;
import java.math.BigInteger;
import java.time.Instant;

/**
 * What a list says besides its entries.
 *
 * @param issuer the subject of the authority's certificate, whose bytes are copied
 * @param authorityKey the subject key identifier of the authority's certificate (RFC 5280 section 5.2.1)
 * @param number cRLNumber (RFC 5280 section 5.2.3)
 * @param thisUpdate cut to whole seconds by who makes it
 */
public record CrlHeader(
        DistinguishedName issuer,
        KeyIdentifier authorityKey,
        SignatureAlgorithm algorithm,
        BigInteger number,
        Instant thisUpdate,
        Instant nextUpdate) {
    private static final int MOST_NUMBER_OCTETS = 20;

    /** Refuses a number that is negative or over 20 octets, and a nextUpdate that is not after thisUpdate. */
    public CrlHeader {
        if (number.signum() < 0 || number.toByteArray().length > MOST_NUMBER_OCTETS) {
            throw new IllegalArgumentException(
                    "a CRL number has at most 20 octets and is not negative (RFC 5280 section 5.2.3): " + number);
        }
        if (!nextUpdate.isAfter(thisUpdate)) {
            throw new IllegalArgumentException("nextUpdate " + nextUpdate + " is not after thisUpdate " + thisUpdate);
        }
    }
}
