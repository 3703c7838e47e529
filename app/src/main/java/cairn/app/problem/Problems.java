package cairn.app.problem;

import cairn.ca.audit.JournalException;
import cairn.ca.audit.LedgerException;
import cairn.ca.signing.SigningException;
import cairn.ca.x509.MalformedException;
import cairn.hsm.token.TokenException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** Makes words for people from the type of a failure. */
public final class Problems {
    private Problems() {}

    /** The problem that {@code failure} is. */
    public static Problem of(Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case SigningException e -> signing(e);
            case TokenException e -> token(e);
            case JournalException e ->
                new Problem(
                        "S-1",
                        ExitCode.STORAGE,
                        words(e),
                        "journal",
                        "Nothing was signed. Free space or mend the disk, then open the workspace again.",
                        e);
            case LedgerException e ->
                new Problem(
                        "S-2",
                        ExitCode.STORAGE,
                        words(e),
                        "register",
                        "Run 'cairn workspace verify'; it says what is wrong and what to do.",
                        e);
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

    private static Problem signing(SigningException failure) {
        return switch (failure) {
            case SigningException.KeyMissing e ->
                token(
                        "T-1",
                        "The token does not have the key.",
                        e,
                        "Check with 'cairn token keys' that this is the right token.");
            case SigningException.TokenAbsent e ->
                token("T-2", "The token is not there.", e, "Insert it and run again.");
            case SigningException.LoginRequired e ->
                token(
                        "T-3",
                        "The token wants a log-in.",
                        e,
                        "Give the PIN with --pin-file, --pin-fd or at the prompt.");
            case SigningException.PinIncorrect e ->
                token("T-4", "The PIN is wrong.", e, "It was tried once and will not be tried again by itself.");
            case SigningException.PinLocked e ->
                token("T-5", "The PIN is locked.", e, "The token's security officer sets a new one.");
            case SigningException.TokenBusy e ->
                token("T-6", "Every session of the token is in use.", e, "Nothing was signed. Run again.");
            case SigningException.UnknownOutcome e ->
                new Problem(
                        "U-1",
                        ExitCode.UNKNOWN_OUTCOME,
                        "Nobody can know whether the token signed.",
                        words(e),
                        "Run 'cairn workspace info': it lists what is open and how to settle it.",
                        e);
            case SigningException.Rejected e -> token("T-7", "The token refused.", e, "");
        };
    }

    private static Problem token(TokenException e) {
        if (e.failure() == TokenException.Failure.UNKNOWN_OUTCOME) {
            return new Problem("U-1", ExitCode.UNKNOWN_OUTCOME, words(e), "", "", e);
        }
        String code = switch (e.failure()) {
            case KEY_MISSING -> "T-1";
            case TOKEN_ABSENT -> "T-2";
            case LOGIN_REQUIRED -> "T-3";
            case PIN_INCORRECT -> "T-4";
            case PIN_LOCKED -> "T-5";
            case BUSY -> "T-6";
            case REJECTED -> "T-7";
            case TOKEN_DAMAGED -> "T-11";
            case KEY_EXISTS -> "T-8";
            case PIN_UNSUITABLE -> "T-9";
            case BAD_REQUEST -> "T-10";
            case UNKNOWN_OUTCOME -> "U-1";
        };
        return token(code, "The token did not do as asked (" + e.failure() + ").", e, "");
    }

    private static Problem token(String code, String what, Exception e, String whatToDo) {
        return new Problem(code, ExitCode.TOKEN, what, words(e), whatToDo, e);
    }

    private static String words(Throwable e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    private static String place(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "" : trace[0].toString();
    }
}
