package cairn.app.problem;

import cairn.ca.audit.JournalException;
import cairn.ca.audit.LedgerException;
import cairn.ca.publication.NotWrittenException;
import cairn.ca.publication.PublicationException;
import cairn.ca.storage.WorkspaceException;
import cairn.ca.storage.WorkspaceLockedException;
import java.util.Locale;

/** Words for what the disk did not take or give. */
final class StorageProblems {
    private StorageProblems() {}

    static Problem journal(JournalException failure) {
        return storage(
                "S-1",
                failure,
                "journal",
                "Nothing was signed. Free space or mend the disk, then open the workspace again.");
    }

    static Problem register(LedgerException failure) {
        return storage(
                "S-2",
                failure,
                "register",
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
                        "Free space, or mend the disk or the permissions, then run again. What was recorded is kept.");
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
