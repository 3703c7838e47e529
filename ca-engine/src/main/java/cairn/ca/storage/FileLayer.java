package cairn.ca.storage;

import cairn.ca.audit.JournalFile;
import java.io.IOException;
import java.nio.file.Path;

/** Everything that a workspace does with its files, so that a test can stand between it and the disk. */
public interface FileLayer {
    /** Opens an existing file for reading and writing. */
    JournalFile open(Path file) throws IOException;

    /** Opens an existing file for reading. */
    JournalFile openForReading(Path file) throws IOException;

    /** Makes a file that does not exist yet, readable by its owner only. */
    JournalFile create(Path file) throws IOException;

    /** Gives a file or folder another name in the same folder, replacing a file of that name, in one step. */
    void move(Path from, Path to) throws IOException;

    /** Removes a file if it is there. */
    void delete(Path file) throws IOException;

    /** Returns when the names in a folder are on stable storage. */
    void forceFolder(Path folder) throws IOException;

    /** What H2 puts before a file's path: {@code file:}, or the name of another of its file systems. */
    String databasePrefix();
}
