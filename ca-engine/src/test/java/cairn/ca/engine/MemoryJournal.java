package cairn.ca.engine;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuditJournal;
import cairn.ca.audit.JournalEntry;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.LedgerException;
import cairn.ca.x509.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A journal that lives as long as its test. */
public final class MemoryJournal implements AuditJournal {
    private final InstantSource clock;
    private final Faults faults;
    private final List<JournalEntry> entries = new ArrayList<>();

    /** An empty one. */
    public MemoryJournal(InstantSource clock, Faults faults) {
        this.clock = clock;
        this.faults = faults;
    }

    @Override
    public synchronized List<JournalEntry> append(List<AuditEvent> events) throws JournalException {
        faults.journal("journal");
        int first = entries.size();
        for (AuditEvent event : events) {
            String before = entries.isEmpty() ? "" : entries.getLast().chain().hex();
            Fingerprint chain = Fingerprint.of((before + event).getBytes(StandardCharsets.UTF_8));
            entries.add(new JournalEntry(entries.size() + 1L, clock.instant(), "test", event, chain));
        }
        return List.copyOf(entries.subList(first, entries.size()));
    }

    /** Appends for a ledger, whose failure it then is. */
    void record(List<? extends AuditEvent> events) throws LedgerException {
        try {
            append(List.copyOf(events));
        } catch (JournalException e) {
            throw new LedgerException("the journal failed", e);
        }
    }

    /** All events of a kind, oldest first. */
    public synchronized <E extends AuditEvent> Stream<E> events(Class<E> kind) {
        return List.copyOf(entries).stream()
                .map(JournalEntry::event)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** All entries, oldest first. */
    public synchronized List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized long lastSequence() {
        return entries.size();
    }

    @Override
    public synchronized Optional<Instant> lastTime() {
        return entries.stream().map(JournalEntry::time).max(Comparator.naturalOrder());
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
