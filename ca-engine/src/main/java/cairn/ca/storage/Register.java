package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuditJournal;
import cairn.ca.audit.Checkpoint;
import cairn.ca.audit.FileJournal;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.JournalFile;
import cairn.ca.audit.JournalScan;
import cairn.ca.audit.LedgerException;
import cairn.ca.audit.Progress;
import cairn.ca.authority.AuthorityRegister;
import cairn.ca.crl.CrlLedger;
import cairn.ca.inventory.Inventory;
import cairn.ca.issuance.CertificateLedger;
import cairn.ca.revocation.RevocationRegister;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * An open workspace: the journal, which is the source of truth, and the register that follows it. One program at a time
 * has it open. Safe for use by several threads.
 */
public final class Register implements AutoCloseable {
    private final Parts parts;
    private final WorkspaceIdentity identity;
    private final OpeningReport report;
    private final Recorder recorder;
    private final CertificateLedger certificates;
    private boolean closed;

    /** What must be closed, and where it lies. */
    private record Parts(
            WorkspacePlaces places,
            Surroundings surroundings,
            WorkspaceLock lock,
            OpenMark mark,
            FileJournal journal,
            Database database) {}

    private Register(Parts parts, Recorder recorder, WorkspaceIdentity identity, OpeningReport report)
            throws LedgerException {
        this.parts = parts;
        this.recorder = recorder;
        this.identity = identity;
        this.report = report;
        long counter = recorder.read(connection -> SerialHistory.highestCounter(connection, identity.station()));
        this.certificates = new CertificateLedgerInRegister(
                recorder,
                new SerialSource(
                        identity.station(), counter, parts.surroundings().random()));
    }

    /**
     * Makes a workspace in a folder that is new or empty, and opens it.
     *
     * @throws WorkspaceException if there is something already, or it cannot be made; then nothing is left that could be
     *     taken for a workspace
     */
    public static Register create(Path folder, NewWorkspace workspace, Surroundings surroundings)
            throws WorkspaceException {
        new WorkspaceCreation(folder, surroundings).create(workspace);
        return open(folder, surroundings);
    }

    /** Refuses a folder in which {@link #create} would not make a workspace, for callers with more to do before. */
    public static void requireFree(Path folder) throws WorkspaceException {
        WorkspaceCreation.requireFree(folder);
    }

    /**
     * Opens a workspace and records that, and whatever was found half done.
     *
     * @throws WorkspaceLockedException if journal and register do not agree; an empty register is damage, never a new
     *     workspace
     */
    public static Register open(Path folder, Surroundings surroundings) throws WorkspaceException {
        return open(folder, surroundings, Progress.NONE);
    }

    /** The same; when {@code progress} ends it, the next opening finds and does what was left. */
    public static Register open(Path folder, Surroundings surroundings, Progress progress) throws WorkspaceException {
        WorkspacePlaces places = new WorkspacePlaces(folder);
        WorkspaceOpening opening = new WorkspaceOpening(places, surroundings.files(), Migrations.released());
        opening.requireFiles();
        try (Closing closing = new Closing()) {
            WorkspaceLock lock = closing.add(WorkspaceLock.take(
                    places.lock(), surroundings.actor(), surroundings.clock().instant()));
            JournalFile file = closing.add(opening.openJournal());
            OpenMark mark = new OpenMark(surroundings.files(), places);
            boolean doubt = mark.isInDoubt(surroundings.boot());
            if (!doubt) {
                mark.set(surroundings.boot());
            }
            Database database = closing.add(opening.openDatabase());
            WorkspaceOpening.Position position = opening.position(database);
            JournalScan scan = opening.scan(file, position.sequence());
            opening.compare(position, scan);
            long remade = 0;
            if (doubt) {
                database.close();
                remade = new RegisterRebuild(places, surroundings).replace(file, progress);
                mark.set(surroundings.boot());
                database = closing.add(opening.openDatabase());
                scan = opening.scan(file, opening.position(database).sequence());
            }
            OpenIntents open = new OpenIntents();
            open.load(database.writer());
            RegisterWriter writer = new RegisterWriter(database.writer());
            long replayed = opening.replay(file, scan, new Projector(writer, open), database, progress);
            FileJournal journal = FileJournal.open(file, scan, surroundings.actor(), surroundings.clock());
            Recorder recorder = new Recorder(journal, database, writer, open);
            boolean behind = scan.latest()
                    .filter(latest -> surroundings.clock().instant().isBefore(latest))
                    .isPresent();
            int unsettled = open.all().size() + recorder.read(CrlLedgerInRegister::countOpen);
            OpeningReport report = new OpeningReport(
                    scan.tornOctets(), replayed, WorkspaceOpening.wasClosed(scan), remade, unsettled, behind);
            recorder.record(openingEvents(report, surroundings.version()));
            Register register = new Register(
                    new Parts(places, surroundings, lock, mark, journal, database),
                    recorder,
                    recorder.read(SerialHistory::identity),
                    report);
            closing.keepOpen();
            return register;
        } catch (IOException | SQLException | JournalException | LedgerException e) {
            throw new WorkspaceException.Unusable(
                    "The workspace " + places.folder() + " cannot be opened: " + WorkspaceException.words(e) + ".", e);
        }
    }

    private static List<AuditEvent> openingEvents(OpeningReport report, String version) {
        List<AuditEvent> events = new ArrayList<>();
        for (String words : report.words()) {
            events.add(new AuditEvent.InterruptionFound(words));
        }
        if (report.remade() > 0) {
            events.add(new AuditEvent.RegisterRebuilt(report.remade()));
        }
        events.add(new AuditEvent.WorkspaceOpened(version));
        return events;
    }

    /** Which workspace this is. */
    public WorkspaceIdentity identity() {
        return identity;
    }

    /** What was found when it was opened. */
    public OpeningReport report() {
        return report;
    }

    /** The folder. */
    public Path folder() {
        return parts.places().folder();
    }

    /** The journal; whatever is appended reaches the register as well. */
    public AuditJournal journal() {
        return new RecordedJournal(parts.journal(), recorder);
    }

    /** Where the journal stands, to be printed or kept on another medium. */
    public Checkpoint checkpoint() {
        return parts.journal().checkpoint();
    }

    /** Reading and verifying the journal beside the writer. */
    public JournalAccess journalAccess() {
        return new JournalAccess(parts.places(), parts.surroundings().files());
    }

    /** Certificates and their intents. */
    public CertificateLedger certificates() {
        return certificates;
    }

    /** Authorities. */
    public AuthorityRegister authorities() {
        return new AuthorityRegisterInRegister(recorder, journalAccess());
    }

    /** Revocations and blocked keys. */
    public RevocationRegister revocations() {
        return new RevocationRegisterInRegister(recorder);
    }

    /** Revocation lists. */
    public CrlLedger crls() {
        return new CrlLedgerInRegister(
                recorder, new CrlFiles(parts.surroundings().files(), parts.places()));
    }

    /** Lists and counts. */
    public Inventory inventory() {
        return new InventoryInRegister(parts.database().reader());
    }

    /**
     * Where register and signed lists differ from what the journal tells, in words; takes as long as making the register
     * anew.
     */
    public List<String> differences(Progress progress) throws WorkspaceException {
        return new RegisterComparison(parts.places(), parts.surroundings(), parts.database()).differences(progress);
    }

    /** Records that the workspace is closed, and closes it. What cannot be recorded is found at the next opening. */
    @Override
    public void close() throws WorkspaceException {
        if (closed) {
            return;
        }
        closed = true;
        try (Closing closing = new Closing()) {
            closing.add(parts.lock());
            closing.add(parts.journal());
            closing.add(parts.database());
            recorder.record(List.of(new AuditEvent.WorkspaceClosed()));
            parts.database().close();
            parts.mark().clear();
        } catch (LedgerException | SQLException | JournalException | IOException e) {
            throw new WorkspaceException.Unusable(
                    "The workspace " + folder() + " could not be closed in order: " + WorkspaceException.words(e) + ".",
                    e);
        }
    }
}
