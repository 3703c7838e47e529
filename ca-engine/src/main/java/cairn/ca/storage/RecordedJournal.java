package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuditJournal;
import cairn.ca.audit.FileJournal;
import cairn.ca.audit.JournalEntry;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.LedgerException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The journal as others see it: whatever they append, the register follows, and the same rules hold. */
final class RecordedJournal implements AuditJournal {
    private final FileJournal journal;
    private final Recorder recorder;

    RecordedJournal(FileJournal journal, Recorder recorder) {
        this.journal = journal;
        this.recorder = recorder;
    }

    @Override
    public List<JournalEntry> append(List<AuditEvent> events) throws JournalException {
        try {
            return recorder.append(events, new Parsed());
        } catch (LedgerException e) {
            throw new JournalException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public long lastSequence() {
        return journal.lastSequence();
    }

    @Override
    public Optional<Instant> lastTime() {
        return journal.lastTime();
    }

    /** Does nothing: the journal is closed with the workspace. */
    @Override
    public void close() {}
}
