package cairn.ca.engine;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.IntentId;
import cairn.ca.audit.LedgerException;
import cairn.ca.crl.CrlIntent;
import cairn.ca.crl.CrlLedger;
import cairn.ca.crl.CrlRecord;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.Octets;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists in memory. */
public final class MemoryCrlLedger implements CrlLedger {
    private final MemoryJournal journal;
    private final Faults faults;
    private final List<CrlIntent> intents = new ArrayList<>();
    private final Map<IntentId, CrlIntent> open = new LinkedHashMap<>();
    private final Map<CrlRecord, CertificateList> lists = new LinkedHashMap<>();

    /** An empty one. */
    public MemoryCrlLedger(MemoryJournal journal, Faults faults) {
        this.journal = journal;
        this.faults = faults;
    }

    @Override
    public synchronized BigInteger nextNumber(AuthorityName issuer) throws LedgerException {
        faults.ledger("nextNumber");
        return intents.stream()
                .filter(intent -> intent.issuer().equals(issuer))
                .map(CrlIntent::number)
                .max(Comparator.naturalOrder())
                .orElse(BigInteger.ZERO)
                .add(BigInteger.ONE);
    }

    @Override
    public synchronized void recordIntent(CrlIntent intent) throws LedgerException {
        faults.ledger("record list");
        if (intent.number().compareTo(nextNumber(intent.issuer())) < 0) {
            throw new LedgerException("number " + intent.number() + " was used before");
        }
        journal.record(List.of(new AuditEvent.CrlIntentRecorded(
                intent.id(),
                intent.issuer(),
                intent.number(),
                intent.thisUpdate(),
                intent.nextUpdate(),
                intent.entries(),
                intent.toBeSigned())));
        intents.add(intent);
        open.put(intent.id(), intent);
    }

    @Override
    public synchronized void complete(IntentId id, CertificateList list) throws LedgerException {
        faults.ledger("complete list");
        CrlIntent intent = requireOpen(id);
        journal.record(List.of(new AuditEvent.CrlIssued(
                id,
                list.fingerprint(),
                Octets.of(list.holder().toASN1Structure().getSignature().getOctets()))));
        open.remove(id);
        lists.put(
                new CrlRecord(
                        intent.issuer(),
                        intent.number(),
                        intent.thisUpdate(),
                        intent.nextUpdate(),
                        intent.entries(),
                        list.fingerprint()),
                list);
    }

    @Override
    public synchronized void close(IntentId id, AuditEvent.Signed signed, String words) throws LedgerException {
        faults.ledger("close list");
        requireOpen(id);
        journal.record(List.of(new AuditEvent.IntentClosed(id, signed, words)));
        open.remove(id);
    }

    @Override
    public synchronized List<CrlIntent> openIntents() {
        return List.copyOf(open.values());
    }

    @Override
    public synchronized Optional<CrlRecord> latest(AuthorityName issuer) {
        return history(issuer).stream().findFirst();
    }

    @Override
    public synchronized List<CrlRecord> history(AuthorityName issuer) {
        return lists.keySet().stream()
                .filter(list -> list.issuer().equals(issuer))
                .sorted(Comparator.comparing(CrlRecord::number).reversed())
                .toList();
    }

    @Override
    public synchronized CertificateList read(CrlRecord record) throws LedgerException {
        CertificateList list = lists.get(record);
        if (list == null) {
            throw new LedgerException("no such list");
        }
        return list;
    }

    /** Everything that was ever intended, oldest first. */
    public synchronized List<CrlIntent> intents() {
        return List.copyOf(intents);
    }

    private CrlIntent requireOpen(IntentId id) throws LedgerException {
        CrlIntent intent = open.get(id);
        if (intent == null) {
            throw new LedgerException("no open intent " + id);
        }
        return intent;
    }
}
