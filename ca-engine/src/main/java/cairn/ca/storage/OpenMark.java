package cairn.ca.storage;

import cairn.ca.audit.JournalFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that says that the register may have been written, and since which start of the computer. It is there from before
 * H2 may write until all that H2 wrote is on stable storage. If the computer goes down meanwhile, blocks may be missing in
 * the middle of the register's pages, which H2 does not notice: its pages carry no checksum.
 */
final class OpenMark {
    private final FileLayer files;
    private final Path file;
    private final Path folder;

    OpenMark(FileLayer files, WorkspacePlaces places) {
        this.files = files;
        this.file = places.openMark();
        this.folder = places.folder();
    }

    /**
     * Whether the register was open when the computer went down, or nobody can say. After a mere kill of the program it was
     * not: the system keeps what was written.
     *
     * @param boot the start of the computer that is now
     */
    boolean isInDoubt(String boot) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        return boot.isEmpty() || !boot.equals(content());
    }

    private String content() throws IOException {
        try (JournalFile mark = files.openForReading(file)) {
            ByteBuffer text = ByteBuffer.allocate(200);
            mark.read(0, text);
            return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
        }
    }

    /** Before H2 writes, and only while the register is known to be sound. */
    void set(String boot) throws IOException {
        files.delete(file);
        try (JournalFile mark = files.create(file)) {
            mark.write(0, ByteBuffer.wrap(boot.getBytes(StandardCharsets.UTF_8)));
            mark.force();
        }
        files.forceFolder(folder);
    }

    /** After H2 has closed the register and all of it is on stable storage. */
    void clear() throws IOException {
        files.delete(file);
        files.forceFolder(folder);
    }
}
