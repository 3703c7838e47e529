package cairn.ca.authority;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.x509.Octets;
import java.util.List;
import java.util.Optional;

/** The authorities of a workspace. */
public interface AuthorityRegister {
    /** Records an event of an authority's or a key's life (created, requested, retired, key generated) durably. */
    void record(AuditEvent event) throws LedgerException;

    /** One authority. */
    Optional<Authority> find(AuthorityName name) throws LedgerException;

    /** The DER bytes of the request that an authority sent to an outside issuer, if it did. */
    Optional<Octets> request(AuthorityName name) throws LedgerException;

    /** All of them, roots first, then by name. */
    List<Authority> all() throws LedgerException;
}
