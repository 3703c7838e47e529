package cairn.ca.issuance;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.IntentId;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SerialNumber;
import cairn.ca.x509.SignedDer;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.TBSCertificate;

/**
 * What is recorded before a certificate is signed.
 *
 * @param toBeSigned the exact TBSCertificate, linted
 * @param request digest of the request's DER bytes, empty where there was no request (a root, say)
 * @param skippedLints rules that were skipped, each as {@code rule: reason}
 */
public record IssuanceIntent(
        IntentId id,
        AuthorityName issuer,
        SerialNumber serialNumber,
        String profile,
        Octets toBeSigned,
        Optional<Fingerprint> request,
        List<String> skippedLints) {
    /** Takes copies. */
    public IssuanceIntent {
        skippedLints = List.copyOf(skippedLints);
    }

    /** The intended certificate under an empty signature, for its fields; it proves nothing and is never handed out. */
    public Certificate unsigned() {
        byte[] content = toBeSigned.toArray();
        try {
            return Certificate.ofDer(SignedDer.assemble(
                    content, TBSCertificate.getInstance(content).getSignature(), new byte[0]));
        } catch (MalformedException e) {
            throw new IllegalStateException("a recorded intent is no certificate: " + id, e);
        }
    }
}
