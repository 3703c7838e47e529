package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.JournalFile;
import cairn.ca.audit.JournalReading;
import cairn.ca.audit.JournalScan;
import cairn.ca.audit.Progress;
import cairn.ca.storage.WorkspaceLockedException.Reason;
import cairn.ca.x509.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Compares journal and register before anything is changed, and lets the register catch up. */
final class WorkspaceOpening {
    private final WorkspacePlaces places;
    private final FileLayer files;
    private final Migrations migrations;

    WorkspaceOpening(WorkspacePlaces places, FileLayer files, Migrations migrations) {
        this.places = places;
        this.files = files;
        this.migrations = migrations;
    }

    /** Somebody ended the work; what the transaction holds is not committed. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Where the register stands in the journal. */
    record Position(String workspaceId, long sequence, Fingerprint chain) {}

    void requireFiles() throws WorkspaceException {
        requireReachable(places.journal());
        boolean journal = Files.exists(places.journal());
        boolean database = Files.exists(places.database());
        if (!journal && !database) {
            throw new WorkspaceException.Absent("There is no workspace in " + places.folder()
                    + ". Check the path, or make one with \"cairn workspace init\".");
        }
        if (!Database.canName(places.folder())) {
            throw new WorkspaceException.Absent("The path " + places.folder()
                    + " has a semicolon in it, which a workspace cannot have. Rename the folder.");
        }
        if (!journal) {
            throw locked(
                    Reason.JOURNAL_MISSING,
                    "its journal " + places.journal() + " is missing. The journal is the record of every signature:"
                            + " bring it back from a copy that is as new as the register",
                    Optional.empty());
        }
    }

    /** A file in a folder that may not be entered looks as if it were not there. */
    private void requireReachable(Path file) throws WorkspaceException {
        try {
            Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new WorkspaceException.Unusable(
                    "The folder " + places.folder() + " cannot be looked into: " + WorkspaceException.words(e) + ".",
                    e);
        }
    }

    JournalFile openJournal() throws WorkspaceException {
        try {
            return files.open(places.journal());
        } catch (IOException e) {
            throw new WorkspaceException.Unusable(
                    "The journal " + places.journal() + " cannot be opened: " + WorkspaceException.words(e) + ".", e);
        }
    }

    /** Opens the database after making sure that it is harmless, and of a schema that this program knows. */
    Database openDatabase() throws WorkspaceException {
        if (!Files.exists(places.database())) {
            throw locked(
                    Reason.DATABASE_MISSING, "its register " + places.database() + " is missing", Optional.empty());
        }
        int version = inspect();
        try {
            Database database = Database.open(files, places.database());
            try {
                migrations.apply(database.writer(), version);
                return database;
            } catch (SQLException e) {
                database.close();
                throw e;
            }
        } catch (SQLException | IOException e) {
            throw locked(
                    Reason.DATABASE_UNREADABLE,
                    "its register " + places.database() + " cannot be opened (" + WorkspaceException.words(e) + ")",
                    Optional.of(e));
        }
    }

    private int inspect() throws WorkspaceException {
        String file = "its register " + places.database();
        return switch (DatabaseInspection.inspect(files, places.database(), migrations)) {
            case DatabaseInspection.Finding.Ours ours -> ours.version();
            case DatabaseInspection.Finding.Empty empty ->
                throw locked(
                        Reason.DATABASE_EMPTY,
                        file + " is empty although the journal is not, as after a power cut or a wrong restore",
                        Optional.empty());
            case DatabaseInspection.Finding.Newer newer ->
                throw new WorkspaceException.Newer("The register of the workspace " + places.folder()
                        + " has schema version " + newer.version() + ", which a newer version of Cairn wrote; this one"
                        + " knows versions up to " + migrations.newest() + ". Open it with the newer version.");
            case DatabaseInspection.Finding.Foreign foreign ->
                throw locked(
                        Reason.DATABASE_FOREIGN,
                        file + " is not as Cairn makes it: " + foreign.words() + ". Nothing in it was run",
                        Optional.empty());
            case DatabaseInspection.Finding.Unreadable unreadable ->
                throw locked(
                        Reason.DATABASE_UNREADABLE,
                        file + " is damaged (" + WorkspaceException.words(unreadable.cause()) + ")",
                        Optional.of(unreadable.cause()));
        };
    }

    Position position(Database database) throws WorkspaceException {
        try (PreparedStatement query = database.writer()
                        .prepareStatement(
                                "SELECT i.workspace_id, p.sequence, p.chain FROM identity i, journal_position p");
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw locked(
                        Reason.DATABASE_EMPTY,
                        "its register " + places.database()
                                + " does not say which workspace it belongs to, as after a power cut",
                        Optional.empty());
            }
            return new Position(row.getString(1), row.getLong(2), Fingerprint.ofDigest(row.getBytes(3)));
        } catch (SQLException e) {
            throw locked(
                    Reason.DATABASE_UNREADABLE,
                    "its register " + places.database() + " cannot be read (" + WorkspaceException.words(e) + ")",
                    Optional.of(e));
        }
    }

    JournalScan scan(JournalFile journal, long wanted) throws WorkspaceException {
        try {
            return JournalScan.of(journal, wanted);
        } catch (JournalException e) {
            throw damaged(e);
        }
    }

    private WorkspaceLockedException damaged(Exception cause) {
        return locked(
                Reason.JOURNAL_DAMAGED,
                "its journal " + places.journal() + " is not intact: " + cause.getMessage()
                        + ". Bring it back from a copy that is as new as the register; \"cairn audit verify\" says more",
                Optional.of(cause));
    }

    /** The journal must have everything that the register has seen. */
    void compare(Position position, JournalScan scan) throws WorkspaceException {
        if (!position.workspaceId().equals(scan.workspaceId())) {
            throw locked(
                    Reason.DATABASE_FOREIGN,
                    "its register belongs to workspace " + position.workspaceId() + " and its journal to workspace "
                            + scan.workspaceId(),
                    Optional.empty());
        }
        if (position.sequence() > scan.lastSequence()) {
            throw locked(
                    Reason.JOURNAL_ROLLED_BACK,
                    "its register has entries up to " + position.sequence() + " and its journal ends with entry "
                            + scan.lastSequence() + ": the journal was cut, rolled back or replaced by an older copy."
                            + " Bring back the newest journal; going on could use serial numbers and CRL numbers twice",
                    Optional.empty());
        }
        if (!scan.marks(position.chain())) {
            throw locked(
                    Reason.JOURNAL_REPLACED,
                    "entry " + position.sequence() + " of its journal is not the one that the register has seen: the"
                            + " journal was replaced or written anew. Bring back the right one",
                    Optional.empty());
        }
    }

    /** Enters what the register does not have yet; returns how many entries that were. */
    long replay(JournalFile journal, JournalScan scan, Projector projector, Database database, Progress progress)
            throws WorkspaceException {
        try {
            long[] count = new long[1];
            new JournalReading(journal, scan).fromMark(batch -> {
                if (!progress.goesOn(batch.getFirst().sequence(), scan.lastSequence())) {
                    throw new Stopped();
                }
                projector.project(batch, new Parsed());
                projector.commitNowAndThen(batch);
                count[0] += batch.size();
            });
            if (count[0] > 0) {
                projector.catchUp();
                database.commitDurably();
            }
            return count[0];
        } catch (Stopped e) {
            throw new WorkspaceException.Cancelled(
                    "Stopped while the register of the workspace " + places.folder() + " was made from its journal.",
                    e);
        } catch (Projector.Unprojectable e) {
            if (e.getCause() instanceof SQLException sql) {
                throw unwritable(sql);
            }
            throw damaged(e);
        } catch (JournalException e) {
            throw damaged(e);
        } catch (SQLException e) {
            throw unwritable(e);
        }
    }

    private WorkspaceException unwritable(SQLException e) {
        return new WorkspaceException.Unusable(
                "The register " + places.database() + " cannot be written: " + WorkspaceException.words(e) + ".", e);
    }

    static boolean wasClosed(JournalScan scan) {
        return scan.last()
                .filter(entry -> entry.event() instanceof AuditEvent.WorkspaceClosed)
                .isPresent();
    }

    private WorkspaceLockedException locked(Reason reason, String words, Optional<Exception> cause) {
        String advice = reason.rebuildHelps()
                ? " The journal has everything: \"cairn workspace rebuild\" makes the register anew from it and keeps the"
                        + " old file aside."
                : " Nothing is signed until then.";
        String message = "The workspace " + places.folder() + " stays locked: " + words + "." + advice;
        return cause.map(c -> new WorkspaceLockedException(reason, message, c))
                .orElseGet(() -> new WorkspaceLockedException(reason, message));
    }
}
