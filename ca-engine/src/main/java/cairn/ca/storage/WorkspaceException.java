package cairn.ca.storage;

import java.io.IOException;

/** A workspace could not be made or opened. The message is plain English: what, where, what to do. */
public abstract sealed class WorkspaceException extends Exception
        permits WorkspaceLockedException,
                WorkspaceException.Absent,
                WorkspaceException.Occupied,
                WorkspaceException.InUse,
                WorkspaceException.Cancelled,
                WorkspaceException.Newer,
                WorkspaceException.Unusable {
    WorkspaceException(String message) {
        super(message);
    }

    WorkspaceException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What a person can use of a failure: what the disk said, else the first line of what the database said. */
    static String words(Exception failure) {
        String words = failure.getMessage() == null ? "it makes no sense" : failure.getMessage();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException disk) {
                words = DiskWords.of(disk);
            }
        }
        return words.lines().findFirst().orElse("").replaceFirst("; SQL statement:.*", "");
    }

    /** There is no workspace in this folder. */
    public static final class Absent extends WorkspaceException {
        Absent(String message) {
            super(message);
        }
    }

    /** A workspace can only be made in a folder that does not exist or is empty. */
    public static final class Occupied extends WorkspaceException {
        Occupied(String message) {
            super(message);
        }
    }

    /** Another program has the workspace open. */
    public static final class InUse extends WorkspaceException {
        InUse(String message) {
            super(message);
        }
    }

    /** Somebody ended the opening or the rebuilding; the journal has everything, and the next opening goes on. */
    public static final class Cancelled extends WorkspaceException {
        Cancelled(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A newer version of Cairn wrote the workspace. */
    public static final class Newer extends WorkspaceException {
        Newer(String message) {
            super(message);
        }
    }

    /** Its files could not be read or written: permissions, a full disk, a path that cannot be used. */
    public static final class Unusable extends WorkspaceException {
        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
