package cairn.ca.crl;

import cairn.ca.x509.Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;

/** What must hold before an issuer's next list is written: RFC 5280 sections 4.2.1.3, 5.1.2.4 and 5.1.2.5. */
final class CrlConditions {
    private CrlConditions() {}

    /** {@code thisUpdate} lies inside the issuer's validity and not before the previous list's; so does {@code nextUpdate}, after it. */
    static void requireDates(
            Certificate certificate, Instant thisUpdate, Instant nextUpdate, Optional<CrlRecord> previous)
            throws CrlException.Refused {
        if (!certificate.validity().contains(thisUpdate)) {
            throw new CrlException.Refused(
                    "issuer-validity",
                    "now, " + thisUpdate + ", is outside the issuer's validity, which is "
                            + certificate.validity().notBefore() + " to "
                            + certificate.validity().notAfter());
        }
        if (!nextUpdate.truncatedTo(ChronoUnit.SECONDS).isAfter(thisUpdate)) {
            throw new CrlException.Refused(
                    "next-update", "nextUpdate " + nextUpdate + " is not after thisUpdate " + thisUpdate);
        }
        if (nextUpdate.isAfter(certificate.validity().notAfter())) {
            throw new CrlException.Refused(
                    "next-update",
                    "nextUpdate " + nextUpdate + " is after the end of the issuer's validity, "
                            + certificate.validity().notAfter());
        }
        if (previous.isPresent() && thisUpdate.isBefore(previous.get().thisUpdate())) {
            throw new CrlException.Refused(
                    "clock",
                    "now, " + thisUpdate + ", is before thisUpdate of the previous list, "
                            + previous.get().thisUpdate());
        }
    }

    /** The issuer's certificate allows cRLSign, or says nothing of key usage. */
    static void requireUsage(Certificate certificate) throws CrlException.Refused {
        KeyUsage usage = KeyUsage.fromExtensions(certificate.holder().getExtensions());
        if (usage != null && !usage.hasUsages(KeyUsage.cRLSign)) {
            throw new CrlException.Refused(
                    "key-usage", "the issuer's certificate does not allow cRLSign (RFC 5280 section 4.2.1.3)");
        }
    }
}
