package cairn.ca.issuance;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.x509.Fingerprint;
import java.util.Set;

/** What only the registers know and what forbids an issuance. Asked again for every batch, never remembered. */
public interface IssuanceGate {
    /** Whether an authority is in service and so may sign certificates. */
    boolean mayIssue(AuthorityName authority) throws LedgerException;

    /** The public keys of all authorities of the workspace, whatever their state. */
    Set<Fingerprint> authorityKeys() throws LedgerException;

    /** Those of these public keys that may never be certified (again). */
    Set<Fingerprint> blockedAmong(Set<Fingerprint> publicKeys) throws LedgerException;
}
