package cairn.ca.authority;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.signing.TokenIdentity;
import cairn.ca.x509.Octets;
import java.util.List;
import java.util.Optional;

/** The authorities of a workspace. */
public interface AuthorityRegister {
    /**
     * Records an event of an authority's or a key's life (created, requested, retired, key generated, a creation found
     * interrupted) durably.
     */
    void record(AuditEvent event) throws LedgerException;

    /** Whether this register takes the event. */
    static boolean takes(AuditEvent event) {
        return switch (event) {
            case AuditEvent.AuthorityCreated e -> true;
            case AuditEvent.AuthorityRequested e -> true;
            case AuditEvent.AuthorityRetired e -> true;
            case AuditEvent.KeyGenerationStarted e -> true;
            case AuditEvent.KeyGenerated e -> true;
            case AuditEvent.InterruptionFound e -> true;
            default -> false;
        };
    }

    /** What the journal tells of the keys with this label on this token; reads all of it. */
    KeyHistory keyHistory(TokenIdentity token, String label) throws LedgerException;

    /** One authority. */
    Optional<Authority> find(AuthorityName name) throws LedgerException;

    /** The DER bytes of the request that an authority sent to an outside issuer, if it did. */
    Optional<Octets> request(AuthorityName name) throws LedgerException;

    /** All of them, roots first, then by name. */
    List<Authority> all() throws LedgerException;
}
