package cairn.ca.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What the system said of a file, in words: where it gives no reason, its exceptions have the bare name for a message. */
public final class DiskWords {
    private DiskWords() {}

    /** The file, if it is known, and the reason. */
    public static String of(IOException failure) {
        String reason = switch (failure) {
            case AccessDeniedException e -> "permission denied";
            case NoSuchFileException e -> "no such file";
            case NotDirectoryException e -> "it is not a folder";
            default -> "";
        };
        if (failure instanceof FileSystemException file && !reason.isEmpty()) {
            return file.getFile() + ": " + reason;
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
