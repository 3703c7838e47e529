package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.JournalFile;
import cairn.ca.audit.JournalScan;
import cairn.ca.audit.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Makes the register anew from the journal: into a new file, which takes the old one's place in one step. Refused while the
 * journal is not intact, or has less than the old register has seen.
 */
public final class RegisterRebuild {
    private final WorkspacePlaces places;
    private final Surroundings surroundings;
    private final WorkspaceOpening opening;

    RegisterRebuild(WorkspacePlaces places, Surroundings surroundings) {
        this.places = places;
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

    /** Rebuilds at a person's wish, keeps the old register aside, and records that. */
    public static Result rebuild(Path folder, Surroundings surroundings) throws WorkspaceException {
        return rebuild(folder, surroundings, Progress.NONE);
    }

    /** The same; when {@code progress} ends it, everything is as it was before. */
    public static Result rebuild(Path folder, Surroundings surroundings, Progress progress) throws WorkspaceException {
        RegisterRebuild rebuild = new RegisterRebuild(new WorkspacePlaces(folder), surroundings);
        Result result = rebuild.run(progress);
        try (Register register = Register.open(folder, surroundings)) {
            register.journal().append(new AuditEvent.RegisterRebuilt(result.entries()));
        } catch (JournalException e) {
            throw rebuild.failed(e);
        }
        return result;
    }

    private Result run(Progress progress) throws WorkspaceException {
        opening.requireFiles();
        try (Closing closing = new Closing()) {
            closing.add(WorkspaceLock.take(
                    places.lock(), surroundings.actor(), surroundings.clock().instant()));
            JournalFile journal = closing.add(opening.openJournal());
            requireNothingMore(journal);
            JournalScan scan = opening.scan(journal, 0);
            build(journal, scan, progress);
            Optional<Path> aside = putAside(scan.lastSequence());
            exchange();
            return new Result(scan.lastSequence(), aside);
        } catch (IOException | SQLException | JournalException e) {
            throw failed(e);
        }
    }

    private WorkspaceException failed(Exception e) {
        return new WorkspaceException.Unusable(
                "The register of the workspace " + places.folder() + " could not be rebuilt: "
                        + WorkspaceException.words(e) + ".",
                e);
    }

    /** An old register that can be read must not know more than the journal does. */
    private void requireNothingMore(JournalFile journal) throws WorkspaceException, SQLException, IOException {
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

    /**
     * Puts a new register in the place of one that is closed and was compared with the journal; returns from how many
     * entries it was made.
     */
    long replace(JournalFile journal, Progress progress) throws IOException, SQLException, WorkspaceException {
        JournalScan scan = opening.scan(journal, 0);
        build(journal, scan, progress);
        exchange();
        return scan.lastSequence();
    }

    /** Makes a register beside the one that is in use, and leaves it there, closed. */
    void build(JournalFile journal, Progress progress) throws IOException, SQLException, WorkspaceException {
        build(journal, opening.scan(journal, 0), progress);
    }

    private void build(JournalFile journal, JournalScan scan, Progress progress)
            throws IOException, SQLException, WorkspaceException {
        Path file = places.databaseBeingBuilt();
        surroundings.files().delete(file);
        try (Database database = Database.create(surroundings.files(), file)) {
            Migrations.released().apply(database.writer(), 0);
            Projector projector = new Projector(new RegisterWriter(database.writer()), new OpenIntents());
            opening.replay(journal, scan, projector, database, progress);
        } catch (WorkspaceException.Cancelled e) {
            surroundings.files().delete(file);
            throw e;
        }
    }

    private Optional<Path> putAside(long sequence) throws IOException {
        if (!Files.exists(places.database())) {
            return Optional.empty();
        }
        int copy = 0;
        while (Files.exists(places.databaseKeptAside(sequence, copy))) {
            copy++;
        }
        Path aside = places.databaseKeptAside(sequence, copy);
        surroundings.files().move(places.database(), aside);
        return Optional.of(aside);
    }

    private void exchange() throws IOException {
        surroundings.files().move(places.databaseBeingBuilt(), places.database());
        surroundings.files().forceFolder(places.folder());
    }
}
