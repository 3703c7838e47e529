package cairn.ca.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The append-only record of everything that happened. One writer; readers may run beside it. */
public interface AuditJournal extends AutoCloseable {
    /**
     * Appends events in order, all or none, and returns when they are on stable storage. After a failure the journal
     * refuses everything until it is opened again, for nobody knows what reached the disk. Entries that the journal adds
     * of its own accord (the clock went back) stand in front of the result.
     */
    List<JournalEntry> append(List<AuditEvent> events) throws JournalException;

    /** As {@link #append(List)} for one event. */
    default JournalEntry append(AuditEvent event) throws JournalException {
        // Whatever the journal had to say of itself stands in front.
        return append(List.of(event)).getLast();
    }

    /** The sequence number of the last entry; 0 for an empty journal. */
    long lastSequence();

    /** When the last entry was appended; empty for an empty journal. */
    Optional<Instant> lastTime();

    @Override
    void close() throws JournalException;
}
