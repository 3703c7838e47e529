package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.FileJournal;
import cairn.ca.audit.JournalEntry;
import cairn.ca.audit.JournalException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Puts a workspace together under another name and gives it its own when it is complete. */
final class WorkspaceCreation {
    private final WorkspacePlaces target;
    private final WorkspacePlaces building;
    private final Surroundings surroundings;

    WorkspaceCreation(Path folder, Surroundings surroundings) {
        this.target = new WorkspacePlaces(folder);
        this.building = new WorkspacePlaces(target.beingCreated());
        this.surroundings = surroundings;
    }

    void create(NewWorkspace workspace) throws WorkspaceException {
        Path folder = target.folder();
        if (folder.getParent() == null || !Database.canName(folder)) {
            throw new WorkspaceException.Occupied(
                    "A workspace cannot lie in " + folder + ". Choose a folder without a semicolon in its path.");
        }
        try {
            requireEmpty(target);
            Files.createDirectories(folder.getParent());
            removeLeftovers();
            buildOrNothing(workspace);
            Files.deleteIfExists(folder);
            surroundings.files().move(building.folder(), folder);
            surroundings.files().forceFolder(folder.getParent());
        } catch (IOException | SQLException | JournalException | Projector.Unprojectable e) {
            throw new WorkspaceException.Unusable(
                    "The workspace " + folder + " could not be made: " + WorkspaceException.words(e) + ".", e);
        }
    }

    static void requireFree(Path folder) throws WorkspaceException {
        try {
            requireEmpty(new WorkspacePlaces(folder));
        } catch (IOException e) {
            throw new WorkspaceException.Unusable(
                    "The folder " + folder + " cannot be read: " + WorkspaceException.words(e) + ".", e);
        }
    }

    private static void requireEmpty(WorkspacePlaces target) throws IOException, WorkspaceException {
        Path folder = target.folder();
        if (!Files.exists(folder)) {
            return;
        }
        boolean empty = Files.isDirectory(folder);
        if (empty) {
            try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
                empty = !content.iterator().hasNext();
            }
        }
        if (Files.exists(target.journal()) || Files.exists(target.database())) {
            throw new WorkspaceException.Occupied(
                    "There is a workspace in " + folder
                            + " already. Use it as it is (\"cairn workspace info\" shows it), or choose another folder for a new one.");
        }
        if (!empty) {
            throw new WorkspaceException.Occupied(folder
                    + " is not empty. A workspace is made in a folder that is new or empty; choose another one.");
        }
    }

    /** An earlier attempt that never got its name holds nothing that anybody relies on. */
    private void removeLeftovers() throws IOException {
        for (Path file : List.of(building.journal(), building.database(), building.lists(), building.folder())) {
            Files.deleteIfExists(file);
        }
    }

    private void buildOrNothing(NewWorkspace workspace)
            throws IOException, JournalException, SQLException, Projector.Unprojectable {
        try {
            build(workspace);
        } catch (IOException | SQLException | JournalException | Projector.Unprojectable e) {
            try {
                removeLeftovers();
            } catch (IOException left) {
                // The next attempt removes them.
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    private void build(NewWorkspace workspace)
            throws IOException, JournalException, SQLException, Projector.Unprojectable {
        FileLayer files = surroundings.files();
        Files.createDirectory(building.folder());
        if (building.folder().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(building.folder(), PosixFilePermissions.fromString("rwx------"));
        }
        Files.createDirectory(building.lists());
        AuditEvent.WorkspaceCreated created = new AuditEvent.WorkspaceCreated(
                newId(), workspace.station(), workspace.purpose(), surroundings.version());
        try (FileJournal journal = FileJournal.create(
                files.create(building.journal()), created.workspaceId(), surroundings.actor(), surroundings.clock())) {
            List<JournalEntry> entries = journal.append(List.of(created, new AuditEvent.WorkspaceClosed()));
            try (Database database = Database.create(files, building.database())) {
                Migrations.released().apply(database.writer(), 0);
                new Projector(new RegisterWriter(database.writer()), new OpenIntents()).project(entries, new Parsed());
                database.commitDurably();
            }
        }
        files.forceFolder(building.lists());
        files.forceFolder(building.folder());
    }

    private String newId() {
        byte[] octets = new byte[16];
        surroundings.random().nextBytes(octets);
        ByteBuffer bits = ByteBuffer.wrap(octets);
        // RFC 9562 section 5.4: version 4 and the variant; the rest is random.
        return new UUID(
                        (bits.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L,
                        (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L)
                .toString();
    }
}
