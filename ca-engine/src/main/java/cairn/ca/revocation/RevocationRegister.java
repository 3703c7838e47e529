package cairn.ca.revocation;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.SerialNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Which certificates are revoked or on hold. */
public interface RevocationRegister {
    /** Records decisions (revoked, held, released, key blocked) and refusals of such, all or none, in one durable step. */
    void record(List<AuditEvent> decisions) throws LedgerException;

    /** The revocation of one certificate, if it is revoked or on hold. */
    Optional<Revocation> find(AuthorityName issuer, SerialNumber serialNumber) throws LedgerException;

    /** Those of these public keys that may never be certified (again). */
    Set<Fingerprint> blockedAmong(Set<Fingerprint> publicKeys) throws LedgerException;

    /** Whether a public key may never be certified (again). */
    default boolean isBlocked(Fingerprint publicKey) throws LedgerException {
        return blockedAmong(Set.of(publicKey)).contains(publicKey);
    }

    /** Hands every revocation of an issuer to {@code each}, ordered by serial number. */
    void forEach(AuthorityName issuer, Consumer<Revocation> each) throws LedgerException;
}
