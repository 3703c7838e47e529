package cairn.ca.engine;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.authority.Authority;
import cairn.ca.authority.AuthorityRegister;
import cairn.ca.authority.KeyHistory;
import cairn.ca.signing.TokenIdentity;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SignatureAlgorithm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Authorities in memory. */
public final class MemoryAuthorityRegister implements AuthorityRegister {
    private final MemoryJournal journal;
    private final Faults faults;
    private final Map<AuthorityName, Authority> authorities = new LinkedHashMap<>();
    private final Map<AuthorityName, Octets> requests = new LinkedHashMap<>();

    /** An empty one. */
    public MemoryAuthorityRegister(MemoryJournal journal, Faults faults) {
        this.journal = journal;
        this.faults = faults;
    }

    @Override
    public synchronized void record(AuditEvent event) throws LedgerException {
        if (!AuthorityRegister.takes(event)) {
            throw new IllegalArgumentException(
                    "no event of an authority's life: " + event.getClass().getSimpleName());
        }
        faults.ledger("record " + event.getClass().getSimpleName());
        journal.record(List.of(event));
        switch (event) {
            case AuditEvent.AuthorityCreated created -> put(created(created));
            case AuditEvent.AuthorityRequested requested -> {
                requests.put(requested.name(), requested.request());
                put(new Authority(
                        requested.name(),
                        requested.key(),
                        algorithm(requested.signatureAlgorithm()),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Authority.State.REQUESTED));
            }
            case AuditEvent.AuthorityRetired retired -> {
                Authority old = find(retired.name()).orElseThrow();
                put(new Authority(
                        old.name(),
                        old.key(),
                        old.algorithm(),
                        old.certificate(),
                        old.parent(),
                        old.outsideChain(),
                        Authority.State.RETIRED));
            }
            default -> {
                // Events of keys stand in the journal only.
            }
        }
    }

    @Override
    public KeyHistory keyHistory(TokenIdentity token, String label) {
        KeyHistory history = new KeyHistory(token, label);
        journal.entries().forEach(entry -> history.take(entry.event()));
        return history;
    }

    @Override
    public synchronized Optional<Authority> find(AuthorityName name) throws LedgerException {
        faults.ledger("find authority");
        return Optional.ofNullable(authorities.get(name));
    }

    @Override
    public synchronized Optional<Octets> request(AuthorityName name) {
        return Optional.ofNullable(requests.get(name));
    }

    @Override
    public synchronized List<Authority> all() throws LedgerException {
        faults.ledger("all authorities");
        List<Authority> sorted = new ArrayList<>(authorities.values());
        sorted.sort(Comparator.<Authority, Boolean>comparing(a -> a.parent().isPresent())
                .thenComparing(a -> a.name().text()));
        return sorted;
    }

    private static Authority created(AuditEvent.AuthorityCreated event) throws LedgerException {
        List<Certificate> chain = new ArrayList<>();
        for (Octets each : event.outsideChain()) {
            chain.add(certificate(each));
        }
        return new Authority(
                event.name(),
                event.key(),
                algorithm(event.signatureAlgorithm()),
                Optional.of(certificate(event.certificate())),
                event.parent(),
                chain,
                Authority.State.ACTIVE);
    }

    private static Certificate certificate(Octets der) throws LedgerException {
        try {
            return Certificate.ofDer(der.toArray());
        } catch (MalformedException e) {
            throw new LedgerException("not a certificate", e);
        }
    }

    private static SignatureAlgorithm algorithm(String word) {
        return SignatureAlgorithm.ofWord(word).orElseThrow();
    }

    private void put(Authority authority) {
        authorities.put(authority.name(), authority);
    }
}
