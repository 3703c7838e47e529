package cairn.ca.crl;

import cairn.ca.revocation.Revocation;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.SerialNumber;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.TBSCertList.CRLEntry;
import org.jspecify.annotations.Nullable;

/** Compares a list with revocations in ascending order of their serial numbers, both read once from front to back. */
final class StandingCheck {
    private final Enumeration<?> entries;
    private final Instant thisUpdate;
    private @Nullable CRLEntry next;
    private long missing;
    private long released;

    StandingCheck(CertificateList list) {
        this.entries = list.holder().toASN1Structure().getRevokedCertificateEnumeration();
        this.thisUpdate = list.thisUpdate();
        advance();
    }

    /** The next revocation of the register. */
    void add(Revocation revocation) {
        BigInteger serial = number(revocation.serialNumber());
        while (next != null && serial(next).compareTo(serial) < 0) {
            released++;
            advance();
        }
        if (next == null || !serial(next).equals(serial)) {
            // What expired before the list was made had left it (RFC 5280 section 3.3).
            if (!thisUpdate.isAfter(revocation.expires())) {
                missing++;
            }
            return;
        }
        if (!reason(next).equals(Optional.of(revocation.reason()))) {
            missing++;
        }
        advance();
    }

    /** What was found, all revocations having been added. */
    CrlStanding standing(CrlRecord record) {
        while (next != null) {
            released++;
            advance();
        }
        return new CrlStanding(Optional.of(record), missing, released);
    }

    private void advance() {
        next = entries.hasMoreElements() ? (CRLEntry) entries.nextElement() : null;
    }

    private static BigInteger serial(CRLEntry entry) {
        return entry.getUserCertificate().getPositiveValue();
    }

    private static BigInteger number(SerialNumber serialNumber) {
        return new BigInteger(1, serialNumber.octets());
    }

    private static Optional<RevocationReason> reason(CRLEntry entry) {
        if (entry.getExtensions() == null) {
            return Optional.of(RevocationReason.UNSPECIFIED);
        }
        Extension extension = entry.getExtensions().getExtension(Extension.reasonCode);
        return extension == null
                ? Optional.of(RevocationReason.UNSPECIFIED)
                : RevocationReason.ofCode(CRLReason.getInstance(extension.getParsedValue())
                        .getValue()
                        .intValueExact());
    }
}
