package cairn.ca.issuance;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.x509.Fingerprint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the gate answers for one batch, asked at its beginning: once for each authority and once for all keys. */
final class BatchGate {
    private final Set<AuthorityName> inService;
    private final Set<Fingerprint> blocked;

    private BatchGate(Set<AuthorityName> inService, Set<Fingerprint> blocked) {
        this.inService = inService;
        this.blocked = blocked;
    }

    /** Asks for everything that these orders need. */
    static BatchGate ask(IssuanceGate gate, List<IssuanceOrder> orders) throws LedgerException {
        Set<AuthorityName> authorities = new HashSet<>();
        Set<Fingerprint> keys = new HashSet<>();
        for (IssuanceOrder order : orders) {
            authorities.add(order.issuer().name());
            keys.add(order.content().key().fingerprint());
        }
        Set<AuthorityName> inService = new HashSet<>();
        for (AuthorityName authority : authorities) {
            if (gate.mayIssue(authority)) {
                inService.add(authority);
            }
        }
        return new BatchGate(inService, gate.blockedAmong(keys));
    }

    /** Whether the issuer is in service; a root that is about to sign itself is not yet, and need not be. */
    boolean admits(Issuer issuer) {
        return issuer.certificate().isEmpty() || inService.contains(issuer.name());
    }

    /** Whether the key that an order is for may never be certified (again). */
    boolean isBlocked(IssuanceOrder order) {
        return blocked.contains(order.content().key().fingerprint());
    }
}
