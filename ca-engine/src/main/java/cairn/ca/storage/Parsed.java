package cairn.ca.storage;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Octets;
import cairn.ca.x509.ToBeSignedOutline;
import java.util.IdentityHashMap;

/** What the octets of one batch's events say, read once for the rules and the projection. */
final class Parsed {
    private final IdentityHashMap<Octets, Certificate> certificates = new IdentityHashMap<>();
    private final IdentityHashMap<Octets, ToBeSignedOutline> toBeSigned = new IdentityHashMap<>();

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

    ToBeSignedOutline toBeSigned(Octets octets) throws MalformedException {
        ToBeSignedOutline known = toBeSigned.get(octets);
        if (known == null) {
            known = ToBeSignedOutline.read(octets.toArray());
            toBeSigned.put(octets, known);
        }
        return known;
    }
}
