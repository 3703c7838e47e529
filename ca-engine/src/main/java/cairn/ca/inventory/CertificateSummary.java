package cairn.ca.inventory;

import cairn.ca.audit.AuthorityName;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.SerialNumber;
import cairn.ca.x509.Validity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A certificate as a list shows it, without its DER bytes.
 *
 * @param id grows with every certificate of the workspace
 * @param subject RFC 4514 text, safe to show
 * @param alternativeNames such as {@code DNS:a.example}, safe to show
 * @param publicKey digest of the SubjectPublicKeyInfo
 * @param owner who answers for it; empty if nobody was named
 */
public record CertificateSummary(
        long id,
        AuthorityName issuer,
        SerialNumber serialNumber,
        String subject,
        List<String> alternativeNames,
        Validity validity,
        Fingerprint publicKey,
        CertificateStatus status,
        Optional<Revoked> revoked,
        String owner,
        List<String> tags,
        String profile) {
    /** Takes copies. */
    public CertificateSummary {
        alternativeNames = List.copyOf(alternativeNames);
        tags = List.copyOf(tags);
    }

    /** Why and since when it is revoked or held; the reason is an RFC 5280 CRLReason name. */
    public record Revoked(String reason, Instant at) {}
}
