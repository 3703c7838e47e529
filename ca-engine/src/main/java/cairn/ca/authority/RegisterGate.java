package cairn.ca.authority;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.csr.CertificationRequest;
import cairn.ca.issuance.IssuanceGate;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Octets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Answers issuance from the register of authorities and the blocked keys. */
public final class RegisterGate implements IssuanceGate {
    private final AuthorityRegister register;
    private final BlockedKeys blocked;

    /** Which keys are blocked: {@code RevocationRegister::blockedAmong}. */
    @FunctionalInterface
    public interface BlockedKeys {
        /** Those of these public keys that may never be certified (again). */
        Set<Fingerprint> among(Set<Fingerprint> publicKeys) throws LedgerException;
    }

    /** Asks these. */
    public RegisterGate(AuthorityRegister register, BlockedKeys blocked) {
        this.register = register;
        this.blocked = blocked;
    }

    @Override
    public boolean mayIssue(AuthorityName authority) throws LedgerException {
        return register.find(authority)
                .filter(found -> found.state() == Authority.State.ACTIVE)
                .isPresent();
    }

    @Override
    public Set<Fingerprint> authorityKeys() throws LedgerException {
        Set<Fingerprint> keys = new HashSet<>();
        for (Authority authority : register.all()) {
            for (Certificate above : authority.outsideChain()) {
                keys.add(above.publicKey().fingerprint());
            }
            if (authority.certificate().isPresent()) {
                keys.add(authority.certificate().get().publicKey().fingerprint());
            } else {
                Optional<Octets> request = register.request(authority.name());
                if (request.isPresent()) {
                    keys.add(requestedKey(authority.name(), request.get()));
                }
            }
        }
        return keys;
    }

    @Override
    public Set<Fingerprint> blockedAmong(Set<Fingerprint> publicKeys) throws LedgerException {
        return blocked.among(publicKeys);
    }

    private static Fingerprint requestedKey(AuthorityName name, Octets request) throws LedgerException {
        try {
            return CertificationRequest.ofDer(request.toArray()).publicKey().fingerprint();
        } catch (MalformedException e) {
            throw new LedgerException("the recorded request of authority " + name + " cannot be read", e);
        }
    }
}
