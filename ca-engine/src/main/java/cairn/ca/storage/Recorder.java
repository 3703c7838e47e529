package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.FileJournal;
import cairn.ca.audit.JournalEntry;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.LedgerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The one way in which anything is recorded: judge the events, see that the register can follow, append them to the
 * journal, and only then commit the register. What the journal has is recorded; the register is made to follow when the
 * workspace is opened again, if it could not at once, or if it had not yet been written for intents that are still open.
 */
final class Recorder {
    private final FileJournal journal;
    private final Database database;
    private final RegisterWriter writer;
    private final OpenIntents open;
    private final Projector projector;
    private Optional<Exception> broken = Optional.empty();

    Recorder(FileJournal journal, Database database, RegisterWriter writer, OpenIntents open) {
        this.journal = journal;
        this.database = database;
        this.writer = writer;
        this.open = open;
        this.projector = new Projector(writer, open);
    }

    /** As the ledgers promise: durable in journal and register when this returns. */
    List<JournalEntry> record(List<AuditEvent> events) throws LedgerException {
        return record(events, new Parsed());
    }

    List<JournalEntry> record(List<AuditEvent> events, Parsed parsed) throws LedgerException {
        try {
            return append(events, parsed);
        } catch (JournalException e) {
            throw new LedgerException(String.valueOf(e.getMessage()), e);
        }
    }

    /** As {@link #record(List)}, with the journal's own failure where it is the journal that fails. */
    synchronized List<JournalEntry> append(List<AuditEvent> events, Parsed parsed)
            throws LedgerException, JournalException {
        if (broken.isPresent()) {
            throw new LedgerException(
                    "the register could not follow the journal; nothing is recorded or signed until the workspace is"
                            + " opened again",
                    broken.get());
        }
        if (events.isEmpty()) {
            return List.of();
        }
        new EventRules(writer.connection(), open, parsed).check(events);
        FileJournal.Prepared batch = journal.prepare(events);
        List<JournalEntry> entries = batch.entries();
        boolean written;
        try {
            written = projector.project(entries, parsed);
        } catch (Projector.Unprojectable e) {
            takeBack(e);
            throw new LedgerException("nothing was recorded: " + WorkspaceException.words(e), e);
        }
        try {
            journal.append(batch);
        } catch (JournalException e) {
            takeBack(e);
            throw e;
        }
        open.keep();
        if (!written) {
            return entries;
        }
        try {
            database.commitDurably();
        } catch (SQLException e) {
            broken = Optional.of(e);
            throw new LedgerException(
                    "it is recorded in the journal, but the register " + database.file() + " cannot be written: "
                            + WorkspaceException.words(e),
                    e);
        }
        return entries;
    }

    private void takeBack(Exception reason) {
        try {
            open.undo();
            writer.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
            broken = Optional.of(reason);
        }
    }

    /** Lets {@code reading} see the register between two batches. */
    synchronized <T> T read(Reading<T> reading) throws LedgerException {
        if (broken.isPresent()) {
            throw new LedgerException(
                    "the register could not follow the journal; open the workspace again", broken.get());
        }
        try {
            return reading.read(writer.connection());
        } catch (SQLException e) {
            throw new LedgerException("the register cannot be read: " + WorkspaceException.words(e), e);
        }
    }

    OpenIntents open() {
        return open;
    }

    /** Asks the register something. */
    interface Reading<T> {
        T read(Connection connection) throws SQLException, LedgerException;
    }
}
