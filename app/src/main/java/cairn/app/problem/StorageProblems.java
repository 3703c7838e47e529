package cairn.app.problem;

import cairn.ca.audit.JournalException;
import cairn.ca.audit.LedgerException;
import cairn.ca.publication.NotWrittenException;
import cairn.ca.publication.PublicationException;
import cairn.ca.storage.WorkspaceException;
import cairn.ca.storage.WorkspaceLockedException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Words for what the disk did not take or give. */
final class StorageProblems {
    private static final String PERMISSIONS = "See that you may read and write the folder and every file in it.";

    private StorageProblems() {}

    static Problem journal(JournalException failure) {
        return storage("S-1", failure, "journal", advice(failure));
    }

    /** A journal that cannot be read or written is one thing, one that holds something else another. */
    private static String advice(JournalException failure) {
        return switch (failure.getCause()) {
            case NoSuchFileException cause -> "Check the path of the workspace.";
            case AccessDeniedException cause -> PERMISSIONS;
            case IOException cause -> "Nothing was signed. Free space or mend the disk, then open the workspace again.";
            case null, default ->
                "Keep the folder as it is. If the journal is damaged, bring it back from a copy that is as new as the"
                        + " register; nothing is signed until then.";
        };
    }

    static Problem register(LedgerException failure) {
        return storage(
                "S-2",
                failure,
                failure.place().orElse("register"),
                "If the disk is full, free space. Then run 'cairn workspace verify'; it says what is wrong and what to do.");
    }

    static Problem workspace(WorkspaceException failure) {
        return switch (failure) {
            case WorkspaceLockedException e ->
                storage(
                        "S-3",
                        e,
                        e.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        e.reason().rebuildHelps()
                                ? "Run 'cairn workspace rebuild': nothing is lost, the journal has everything."
                                : "Keep the folder as it is and compare it with your backups and checkpoints.");
            case WorkspaceException.InUse e -> storage("S-6", e, "", "One program at a time has a workspace open.");
            case WorkspaceException.Cancelled e ->
                new Problem(
                        "S-7",
                        ExitCode.REFUSED,
                        Problems.words(e),
                        "",
                        "Nothing is lost: the next command that opens the workspace goes on with it.",
                        e);
            case WorkspaceException.Unusable e ->
                storage(
                        "S-4",
                        e,
                        "",
                        PERMISSIONS
                                + " Its disk must be neither full nor read-only. What was recorded is kept; 'cairn audit'"
                                + " reads the journal of a workspace that may not be written.");
            case WorkspaceException.Absent e -> storage("S-4", e, "", "");
            case WorkspaceException.Occupied e -> storage("S-4", e, "", "");
            case WorkspaceException.Newer e -> storage("S-4", e, "", "");
        };
    }

    static Problem notWritten(NotWrittenException failure) {
        return storage(
                "S-8",
                failure,
                "The file could not be written: " + failure.getReason() + ".",
                failure.getFile(),
                "Free space or mend the disk, or choose another place; then run again.");
    }

    static Problem notAsMeant(PublicationException failure) {
        return storage("S-8", failure, "", "Mend the disk, or choose another place; then run again.");
    }

    private static Problem storage(String code, Exception e, String where, String whatToDo) {
        return storage(code, e, Problems.words(e), where, whatToDo);
    }

    private static Problem storage(String code, Exception e, String what, String where, String whatToDo) {
        return new Problem(code, ExitCode.STORAGE, what, where, whatToDo, e);
    }
}
