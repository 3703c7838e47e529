package cairn.ca.engine;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.IntentId;
import cairn.ca.audit.LedgerException;
import cairn.ca.issuance.CertificateLedger;
import cairn.ca.issuance.Completion;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.issuance.OpenIntent;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SerialNumber;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Certificates and their intents in memory. Refuses what the port forbids: a serial number or an intent twice. */
public final class MemoryCertificateLedger implements CertificateLedger {
    private final MemoryJournal journal;
    private final Faults faults;
    private final Map<IntentId, OpenIntent> open = new LinkedHashMap<>();
    private final Map<IntentId, IssuanceIntent> all = new LinkedHashMap<>();
    private final Map<IntentId, Certificate> issued = new LinkedHashMap<>();
    private long reserved;

    /** An empty one. */
    public MemoryCertificateLedger(MemoryJournal journal, Faults faults) {
        this.journal = journal;
        this.faults = faults;
    }

    @Override
    public synchronized SerialNumber reserveSerial(AuthorityName issuer) throws LedgerException {
        faults.ledger("reserveSerial");
        reserved++;
        // A leading part that grows, and then bits that look like those of a real serial number.
        Fingerprint tail = Fingerprint.of(BigInteger.valueOf(reserved).toByteArray());
        return new SerialNumber(BigInteger.valueOf(0x4000_0000L + reserved)
                .shiftLeft(96)
                .or(new BigInteger(1, tail.octets()).shiftRight(160)));
    }

    @Override
    public synchronized void recordIntents(List<IssuanceIntent> intents) throws LedgerException {
        faults.ledger("recordIntents");
        for (IssuanceIntent intent : intents) {
            boolean twice = all.values().stream()
                    .anyMatch(known -> known.id().equals(intent.id())
                            || (known.issuer().equals(intent.issuer())
                                    && known.serialNumber().equals(intent.serialNumber())));
            if (twice) {
                throw new LedgerException("an intent or a serial number twice: " + intent.serialNumber());
            }
        }
        journal.record(intents.stream()
                .map(i -> new AuditEvent.IntentRecorded(
                        i.id(),
                        i.issuer(),
                        i.serialNumber(),
                        i.profile(),
                        i.toBeSigned(),
                        i.request(),
                        i.skippedLints()))
                .toList());
        Instant now = journal.lastTime().orElseThrow();
        for (IssuanceIntent intent : intents) {
            all.put(intent.id(), intent);
            open.put(intent.id(), new OpenIntent(intent, now));
        }
    }

    @Override
    public synchronized void complete(List<Completion> completions) throws LedgerException {
        faults.ledger("complete");
        for (Completion completion : completions) {
            requireOpen(completion.id());
        }
        journal.record(completions.stream()
                .map(c -> new AuditEvent.CertificateIssued(
                        c.id(), Octets.of(c.certificate().encoded())))
                .toList());
        for (Completion completion : completions) {
            open.remove(completion.id());
            issued.put(completion.id(), completion.certificate());
        }
    }

    @Override
    public synchronized void failed(IntentId id, String failure, String words) throws LedgerException {
        faults.ledger("failed");
        requireOpen(id);
        journal.record(List.of(new AuditEvent.SigningFailed(id, failure, words)));
    }

    @Override
    public synchronized void close(IntentId id, AuditEvent.Signed signed, String words) throws LedgerException {
        faults.ledger("close");
        requireOpen(id);
        journal.record(List.of(new AuditEvent.IntentClosed(id, signed, words)));
        open.remove(id);
    }

    @Override
    public synchronized List<OpenIntent> openIntents() throws LedgerException {
        faults.ledger("openIntents");
        return List.copyOf(open.values());
    }

    @Override
    public synchronized Optional<Certificate> find(AuthorityName issuer, SerialNumber serialNumber)
            throws LedgerException {
        faults.ledger("find");
        return ofIssuer(issuer).stream()
                .filter(certificate -> certificate.serialNumber().equals(serialNumber))
                .findFirst();
    }

    @Override
    public synchronized Optional<IssuanceIntent> findClosed(AuthorityName issuer, SerialNumber serialNumber) {
        return all.values().stream()
                .filter(intent -> intent.issuer().equals(issuer)
                        && intent.serialNumber().equals(serialNumber)
                        && !open.containsKey(intent.id())
                        && !issued.containsKey(intent.id()))
                .findFirst();
    }

    @Override
    public synchronized List<Certificate> findByKey(AuthorityName issuer, Fingerprint publicKey)
            throws LedgerException {
        faults.ledger("findByKey");
        return ofIssuer(issuer).stream()
                .filter(certificate -> certificate.publicKey().fingerprint().equals(publicKey))
                .toList();
    }

    /** Whether an intent for exactly these bytes is recorded. */
    public synchronized boolean intends(byte[] toBeSigned) {
        Octets octets = Octets.of(toBeSigned);
        return all.values().stream().anyMatch(intent -> intent.toBeSigned().equals(octets));
    }

    /** Everything that was issued, oldest first. */
    public synchronized List<Certificate> issued() {
        return List.copyOf(issued.values());
    }

    private List<Certificate> ofIssuer(AuthorityName issuer) {
        List<Certificate> found = new ArrayList<>();
        issued.forEach((id, certificate) -> {
            if (Objects.requireNonNull(all.get(id)).issuer().equals(issuer)) {
                found.add(certificate);
            }
        });
        return found;
    }

    private void requireOpen(IntentId id) throws LedgerException {
        if (!open.containsKey(id)) {
            throw new LedgerException("no open intent " + id);
        }
    }
}
