package cairn.app.problem;

import cairn.ca.audit.JournalException;
import cairn.ca.audit.LedgerException;
import cairn.ca.authority.AuthorityException;
import cairn.ca.crl.CrlException;
import cairn.ca.csr.RequestRefusedException;
import cairn.ca.issuance.IssuanceException;
import cairn.ca.profile.ProfileException;
import cairn.ca.revocation.RevocationException;
import cairn.ca.signing.SigningException;
import cairn.ca.storage.WorkspaceException;
import cairn.ca.storage.WorkspaceLockedException;
import cairn.ca.x509.MalformedException;
import cairn.hsm.token.TokenException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;

/** Makes words for people from the type of a failure. */
public final class Problems {
    /** Stands in commands for what the workspace calls the token. */
    private static final String TOKEN_NAME = "NAME";

    private Problems() {}

    /** The problem that {@code failure} is. */
    public static Problem of(Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case SigningException e -> signing(e);
            case TokenException e -> token(e.failure(), e);
            case JournalException e -> new Problem("S-1", ExitCode.STORAGE, words(e), "journal", journalAdvice(e), e);
            case LedgerException e ->
                new Problem(
                        "S-2",
                        ExitCode.STORAGE,
                        words(e),
                        "register",
                        "Run 'cairn workspace verify'; it says what is wrong and what to do.",
                        e);
            case WorkspaceLockedException e ->
                new Problem(
                        "S-3",
                        ExitCode.STORAGE,
                        words(e),
                        e.reason().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        e.reason().rebuildHelps()
                                ? "Run 'cairn workspace rebuild': nothing is lost, the journal has everything."
                                : "Keep the folder as it is and compare it with your backups and checkpoints.",
                        e);
            case WorkspaceException.InUse e ->
                new Problem("S-6", ExitCode.STORAGE, words(e), "", "One program at a time has a workspace open.", e);
            case WorkspaceException.Cancelled e ->
                new Problem(
                        "S-7",
                        ExitCode.REFUSED,
                        words(e),
                        "",
                        "Nothing is lost: the next command that opens the workspace goes on with it.",
                        e);
            case WorkspaceException.Unusable e ->
                new Problem(
                        "S-4",
                        ExitCode.STORAGE,
                        words(e),
                        "",
                        "See that you may read and write the folder and every file in it, and that its disk is neither full"
                                + " nor read-only. 'cairn audit' reads the journal of a workspace that may not be written.",
                        e);
            case WorkspaceException e -> new Problem("S-4", ExitCode.STORAGE, words(e), "", "", e);
            case IssuanceException e -> EngineProblems.issuance(e);
            case AuthorityException e -> EngineProblems.authority(e);
            case CrlException e -> EngineProblems.crl(e);
            case RevocationException e -> Problem.refused("R-4", words(e), "", "");
            case RequestRefusedException e ->
                Problem.refused("Q-1", e.words(), e.where() + " [" + e.rule() + ", " + e.clause() + "]", "");
            case ProfileException e -> EngineProblems.profile(e);
            case MalformedException e ->
                new Problem("I-1", ExitCode.BAD_INPUT, words(e), e.where(), "Check the file with 'cairn inspect'.", e);
            case NoSuchFileException e ->
                new Problem("I-2", ExitCode.BAD_INPUT, "There is no such file.", words(e), "Check the path.", e);
            case FileAlreadyExistsException e ->
                new Problem(
                        "I-3",
                        ExitCode.BAD_INPUT,
                        "The file exists already, and nothing is overwritten silently.",
                        words(e),
                        "Choose another name, or move the old file away.",
                        e);
            case AccessDeniedException e ->
                new Problem("I-4", ExitCode.BAD_INPUT, "The file may not be read or written.", words(e), "", e);
            case FileSystemException e ->
                new Problem(
                        "I-5",
                        ExitCode.BAD_INPUT,
                        e.getReason() == null ? "The file could not be read or written." : e.getReason() + ".",
                        String.valueOf(e.getFile()),
                        "",
                        e);
            case IOException e -> new Problem("I-5", ExitCode.BAD_INPUT, words(e), "", "", e);
            default ->
                new Problem(
                        "B-1",
                        ExitCode.BUG,
                        "This is a bug in Cairn: " + failure.getClass().getSimpleName() + ".",
                        place(failure),
                        "Run again with CAIRN_TRACE=1 and report what it prints.",
                        failure);
        };
    }

    /**
     * The problem that {@code failure} is, of a token that the workspace calls {@code name}. What the token's own driver
     * says knows its label only, by which no command finds it.
     */
    public static Problem ofToken(String name, String label, Exception failure) {
        Problem problem = of(failure);
        return new Problem(
                problem.code(),
                problem.exit(),
                problem.what(),
                "token " + name + (label.equals(name) ? "" : " (label " + label + ")") + "\n" + problem.where(),
                problem.whatToDo().replace(TOKEN_NAME, name),
                failure);
    }

    private static Problem signing(SigningException failure) {
        return switch (failure) {
            case SigningException.KeyMissing e -> token(TokenException.Failure.KEY_MISSING, e);
            case SigningException.TokenAbsent e -> token(TokenException.Failure.TOKEN_ABSENT, e);
            case SigningException.LoginRequired e -> token(TokenException.Failure.LOGIN_REQUIRED, e);
            case SigningException.PinIncorrect e -> token(TokenException.Failure.PIN_INCORRECT, e);
            case SigningException.PinLocked e -> token(TokenException.Failure.PIN_LOCKED, e);
            case SigningException.TokenBusy e -> token(TokenException.Failure.BUSY, e);
            case SigningException.UnknownOutcome e -> token(TokenException.Failure.UNKNOWN_OUTCOME, e);
            case SigningException.Rejected e -> token(TokenException.Failure.REJECTED, e);
        };
    }

    /** The words for a token's failure are the same whether the engine met it or a person who looks after the token. */
    private static Problem token(TokenException.Failure failure, Exception e) {
        return switch (failure) {
            case KEY_MISSING ->
                token(
                        "T-1",
                        "The token does not have the key.",
                        e,
                        "Check with 'cairn token keys " + TOKEN_NAME + "' that this is the right token.");
            case TOKEN_ABSENT -> token("T-2", "The token is not there.", e, "Insert it and run again.");
            case LOGIN_REQUIRED ->
                token(
                        "T-3",
                        "The token wants a PIN and none was given.",
                        e,
                        "Give it at the prompt, in a file, by a descriptor or as a credential; --help names the options.");
            case PIN_INCORRECT ->
                token("T-4", "The PIN is wrong.", e, "It was tried once and will not be tried again by itself.");
            case PIN_LOCKED ->
                token(
                        "T-5",
                        "The PIN is locked.",
                        e,
                        "The security officer sets a new one: cairn token change-pin " + TOKEN_NAME + " --unlock");
            case BUSY -> token("T-6", "Every session of the token is in use.", e, "Nothing was signed. Run again.");
            case REJECTED ->
                written(e)
                        .map(cause -> new Problem(
                                "S-5",
                                ExitCode.STORAGE,
                                "The token's file could not be read or written: " + cause + ".",
                                words(e),
                                "Free space or mend the disk, then run again.",
                                e))
                        .orElseGet(() -> token("T-7", "The token refused.", e, ""));
            case KEY_EXISTS -> token("T-8", "The token has a key of this label already.", e, "Choose another label.");
            case PIN_UNSUITABLE -> token("T-9", "The new PIN does not suit the token.", e, "Choose another PIN.");
            case BAD_REQUEST -> token("T-10", "The request to the token makes no sense.", e, "");
            case TOKEN_DAMAGED -> token("T-11", "What the token keeps is damaged.", e, "Bring it back from a backup.");
            case UNKNOWN_OUTCOME ->
                new Problem(
                        "U-1",
                        ExitCode.UNKNOWN_OUTCOME,
                        "Nobody can know whether the token signed.",
                        words(e),
                        "Run 'cairn workspace info': it lists what is open and how to settle it.",
                        e);
        };
    }

    /** A file that cannot be read or written is one thing, one that holds something else another. */
    private static String journalAdvice(JournalException e) {
        return switch (e.getCause()) {
            case NoSuchFileException cause -> "Check the path of the workspace.";
            case AccessDeniedException cause -> "See that you may read and write the folder and every file in it.";
            case IOException cause -> "Nothing was signed. Free space or mend the disk, then open the workspace again.";
            case null, default ->
                "Keep the folder as it is. If the journal is damaged, bring it back from a copy that is as new as the"
                        + " register; nothing is signed until then.";
        };
    }

    /** What the disk said, where a software token is a file. */
    private static Optional<String> written(Throwable e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return Optional.of(words(cause));
            }
        }
        return Optional.empty();
    }

    private static Problem token(String code, String what, Exception e, String whatToDo) {
        return new Problem(code, ExitCode.TOKEN, what, words(e), whatToDo, e);
    }

    static String words(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    private static String place(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "" : trace[0].toString();
    }
}
