package cairn.app.problem;

/** The exit codes of the command line. Scripts rely on them; they never change. */
public enum ExitCode {
    DONE(0, "done"),
    REFUSED(1, "refused by policy or verdict"),
    USAGE(2, "wrong usage"),
    BAD_INPUT(3, "bad input"),
    TOKEN(4, "token"),
    STORAGE(5, "storage"),
    UNKNOWN_OUTCOME(6, "unknown outcome, to be settled"),
    BUG(70, "a bug");

    private final int code;
    private final String words;

    ExitCode(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The number. */
    public int code() {
        return code;
    }

    /** Of two the one that a script must hear of: the greater number. */
    public ExitCode graver(ExitCode other) {
        return code >= other.code ? this : other;
    }

    /** What it means. */
    public String words() {
        return words;
    }
}
