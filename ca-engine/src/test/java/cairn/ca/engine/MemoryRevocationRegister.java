package cairn.ca.engine;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.issuance.CertificateLedger;
import cairn.ca.revocation.Revocation;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.revocation.RevocationRegister;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.SerialNumber;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Revocations in memory; takes the certificates' ends from a ledger. */
public final class MemoryRevocationRegister implements RevocationRegister {
    private final MemoryJournal journal;
    private final CertificateLedger ledger;
    private final Faults faults;
    private final Map<AuthorityName, SortedMap<SerialNumber, Revocation>> revocations = new HashMap<>();
    private final Set<Fingerprint> blocked = new HashSet<>();

    /** An empty one. */
    public MemoryRevocationRegister(MemoryJournal journal, CertificateLedger ledger, Faults faults) {
        this.journal = journal;
        this.ledger = ledger;
        this.faults = faults;
    }

    @Override
    public synchronized void record(List<AuditEvent> decisions) throws LedgerException {
        faults.ledger("record decisions");
        journal.record(decisions);
        for (AuditEvent event : decisions) {
            switch (event) {
                case AuditEvent.CertificateRevoked(var issuer, var serial, var reason, var at, var invalidity) ->
                    put(issuer, serial, RevocationReason.ofWord(reason).orElseThrow(), at, invalidity);
                case AuditEvent.CertificateHeld(var issuer, var serial, var at) ->
                    put(issuer, serial, RevocationReason.CERTIFICATE_HOLD, at, Optional.empty());
                case AuditEvent.HoldReleased(var issuer, var serial, var at) ->
                    of(issuer).remove(serial);
                case AuditEvent.KeyBlocked(var key, var words) -> blocked.add(key);
                case AuditEvent.RevocationRefused refused -> {}
                default -> throw new LedgerException("no decision: " + event);
            }
        }
    }

    @Override
    public synchronized Optional<Revocation> find(AuthorityName issuer, SerialNumber serialNumber) {
        return Optional.ofNullable(of(issuer).get(serialNumber));
    }

    @Override
    public synchronized Set<Fingerprint> blockedAmong(Set<Fingerprint> publicKeys) throws LedgerException {
        faults.ledger("blockedAmong");
        return publicKeys.stream().filter(blocked::contains).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized void forEach(AuthorityName issuer, Consumer<Revocation> each) throws LedgerException {
        faults.ledger("forEach revocation");
        of(issuer).values().forEach(each);
    }

    private SortedMap<SerialNumber, Revocation> of(AuthorityName issuer) {
        return revocations.computeIfAbsent(issuer, name -> new TreeMap<>());
    }

    private void put(
            AuthorityName issuer,
            SerialNumber serial,
            RevocationReason reason,
            Instant at,
            Optional<Instant> invalidity)
            throws LedgerException {
        Certificate certificate = ledger.find(issuer, serial).isPresent()
                ? ledger.find(issuer, serial).orElseThrow()
                : ledger.findClosed(issuer, serial).orElseThrow().unsigned();
        Instant expires = certificate.validity().notAfter();
        of(issuer).put(serial, new Revocation(serial, reason, at, invalidity, expires));
    }
}
