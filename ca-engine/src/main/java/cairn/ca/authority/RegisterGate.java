package cairn.ca.authority;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.csr.CertificationRequest;
import cairn.ca.issuance.IssuanceGate;
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

    /** Whether a key is blocked: {@code RevocationRegister::isBlocked}. */
    @FunctionalInterface
    public interface BlockedKeys {
        /** Whether a public key may never be certified (again). */
        boolean contains(Fingerprint publicKey) throws LedgerException;
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
    public boolean isBlocked(Fingerprint publicKey) throws LedgerException {
        return blocked.contains(publicKey);
    }

    private static Fingerprint requestedKey(AuthorityName name, Octets request) throws LedgerException {
        try {
            return CertificationRequest.ofDer(request.toArray()).publicKey().fingerprint();
        } catch (MalformedException e) {
            throw new LedgerException("the recorded request of authority " + name + " cannot be read", e);
        }
    }
}
