package cairn.ca.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What the operating system said of a file, with its reason: several failures of Java's carry nothing but the name. */
public final class DiskWords {
    private DiskWords() {}

    /** File and reason, as far as they are known. */
    public static String of(IOException failure) {
        if (failure instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile() + ": " + reason(file);
        }
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }

    private static String reason(FileSystemException failure) {
        return switch (failure) {
            case AccessDeniedException e -> "permission denied";
            case NoSuchFileException e -> "no such file or folder";
            case NotDirectoryException e -> "it is not a folder";
            case FileAlreadyExistsException e -> "there is a file of this name already";
            case DirectoryNotEmptyException e -> "the folder is not empty";
            default -> failure.getClass().getSimpleName();
        };
    }
}
