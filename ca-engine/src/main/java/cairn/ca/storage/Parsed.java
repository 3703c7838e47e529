package cairn.ca.storage;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Octets;
import java.time.Instant;
import java.util.IdentityHashMap;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** What the octets of one batch's events say, read once for the rules and the projection. */
final class Parsed {
    private final IdentityHashMap<Octets, Certificate> certificates = new IdentityHashMap<>();
    private final IdentityHashMap<Octets, TBSCertificate> toBeSigned = new IdentityHashMap<>();

    /** Spares the reading of a certificate that is at hand. */
    void put(Octets octets, Certificate certificate) {
        certificates.put(octets, certificate);
    }

    Certificate certificate(Octets octets) throws MalformedException {
        Certificate known = certificates.get(octets);
        if (known != null) {
            return known;
        }
        Certificate certificate = Certificate.ofDer(octets.toArray());
        certificates.put(octets, certificate);
        return certificate;
    }

    TBSCertificate toBeSigned(Octets octets) throws MalformedException {
        TBSCertificate known = toBeSigned.get(octets);
        if (known != null) {
            return known;
        }
        try {
            TBSCertificate tbs = TBSCertificate.getInstance(octets.toArray());
            notAfter(tbs);
            toBeSigned.put(octets, tbs);
            return tbs;
        } catch (RuntimeException e) {
            throw new MalformedException("not a TBSCertificate", "offset 0", e);
        }
    }

    static Instant notAfter(TBSCertificate tbs) {
        return tbs.getEndDate().getDate().toInstant();
    }
}
