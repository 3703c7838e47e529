package cairn.ca.publication;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The disk did not take a file: it is full, broken or may only be read. Nothing of the file is left behind. */
public final class NotWrittenException extends FileSystemException {
    private static final long serialVersionUID = 1;

    /** The file that was to be written, and why the system did not write it, in the system's words. */
    public NotWrittenException(Path target, IOException cause) {
        super(target.toString(), null, reason(cause));
        initCause(cause);
    }

    private static String reason(IOException cause) {
        @Nullable String words = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return words == null || words.isBlank() ? cause.getClass().getSimpleName() : words;
    }
}
