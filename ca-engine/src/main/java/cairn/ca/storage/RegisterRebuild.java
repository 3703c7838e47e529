package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.JournalFile;
import cairn.ca.audit.JournalScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Makes the register anew from the journal: into a new file, which takes the old one's place in one step; the old one is
 * kept aside. Refused while the journal is not intact, or has less than the old register has seen.
 */
public final class RegisterRebuild {
    private final WorkspacePlaces places;
    private final Surroundings surroundings;
    private final WorkspaceOpening opening;

    private RegisterRebuild(Path folder, Surroundings surroundings) {
        this.places = new WorkspacePlaces(folder);
        this.surroundings = surroundings;
        this.opening = new WorkspaceOpening(places, surroundings.files(), Migrations.released());
    }

    /**
     * What was done.
     *
     * @param entries how many journal entries the register was made from
     * @param keptAside where the old register lies now, if there was one
     */
    public record Result(long entries, Optional<Path> keptAside) {}

    /** Rebuilds and records that. */
    public static Result rebuild(Path folder, Surroundings surroundings) throws WorkspaceException {
        RegisterRebuild rebuild = new RegisterRebuild(folder, surroundings);
        Result result = rebuild.run();
        try (Register register = Register.open(folder, surroundings)) {
            register.journal().append(new AuditEvent.RegisterRebuilt(result.entries()));
        } catch (JournalException e) {
            throw rebuild.failed(e);
        }
        return result;
    }

    private Result run() throws WorkspaceException {
        opening.requireFiles();
        try (Closing closing = new Closing()) {
            closing.add(WorkspaceLock.take(
                    places.lock(), surroundings.actor(), surroundings.clock().instant()));
            JournalFile journal = closing.add(opening.openJournal());
            requireNothingMore(journal);
            JournalScan scan = opening.scan(journal, 0);
            build(journal, scan);
            return new Result(scan.lastSequence(), exchange(scan.lastSequence()));
        } catch (IOException | SQLException | JournalException e) {
            throw failed(e);
        }
    }

    private WorkspaceException failed(Exception e) {
        return new WorkspaceException.Unusable(
                "The register of the workspace " + places.folder() + " could not be rebuilt: " + e.getMessage() + ".",
                e);
    }

    /** An old register that can be read must not know more than the journal does. */
    private void requireNothingMore(JournalFile journal) throws WorkspaceException, SQLException {
        Database database;
        try {
            database = opening.openDatabase();
        } catch (WorkspaceLockedException e) {
            // Missing, empty, damaged or foreign: that is what a rebuild is for.
            return;
        }
        try (database) {
            WorkspaceOpening.Position position = opening.position(database);
            opening.compare(position, opening.scan(journal, position.sequence()));
        } catch (WorkspaceLockedException e) {
            if (!e.reason().rebuildHelps()) {
                throw e;
            }
        }
    }

    private void build(JournalFile journal, JournalScan scan) throws IOException, SQLException, WorkspaceException {
        Path file = places.databaseBeingBuilt();
        surroundings.files().delete(file);
        try (Database database = Database.create(surroundings.files(), file)) {
            Migrations.released().apply(database.writer(), 0);
            Projector projector = new Projector(new RegisterWriter(database.writer()), new OpenIntents());
            opening.replay(journal, scan, projector, database);
        }
    }

    private Optional<Path> exchange(long sequence) throws IOException {
        FileLayer files = surroundings.files();
        Optional<Path> aside = Optional.empty();
        if (Files.exists(places.database())) {
            int copy = 0;
            while (Files.exists(places.databaseKeptAside(sequence, copy))) {
                copy++;
            }
            aside = Optional.of(places.databaseKeptAside(sequence, copy));
            files.move(places.database(), aside.get());
        }
        files.move(places.databaseBeingBuilt(), places.database());
        files.forceFolder(places.folder());
        return aside;
    }
}
