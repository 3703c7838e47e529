package cairn.app.problem;

import cairn.ca.x509.PlainText;
import org.jspecify.annotations.Nullable;

/** Something that a person must be told: what went wrong, where, and what to do. */
public final class Problem extends Exception {
    private final String code;
    private final ExitCode exit;
    private final String where;
    private final String whatToDo;

    /**
     * @param code a short code that can be read aloud, such as {@code T-3}
     * @param what what went wrong, one sentence
     * @param where file, line, field, token or authority, one a line; may be empty
     * @param whatToDo the next step; may be empty where there is none
     */
    public Problem(String code, ExitCode exit, String what, String where, String whatToDo, @Nullable Throwable cause) {
        super(what, cause);
        this.code = code;
        this.exit = exit;
        this.where = where;
        this.whatToDo = whatToDo;
    }

    public Problem(String code, ExitCode exit, String what, String where, String whatToDo) {
        this(code, exit, what, where, whatToDo, null);
    }

    /** Bad input from a file or an option. */
    public static Problem badInput(String code, String what, String where, String whatToDo) {
        return new Problem(code, ExitCode.BAD_INPUT, what, where, whatToDo);
    }

    /** Refused by a policy, a profile or a verdict. */
    public static Problem refused(String code, String what, String where, String whatToDo) {
        return new Problem(code, ExitCode.REFUSED, what, where, whatToDo);
    }

    /** The short code. */
    public String code() {
        return code;
    }

    /** The exit code that belongs to it. */
    public ExitCode exit() {
        return exit;
    }

    /** What went wrong. */
    public String what() {
        return String.valueOf(getMessage());
    }

    /** Where; may be empty. */
    public String where() {
        return where;
    }

    /** What to do; may be empty. */
    public String whatToDo() {
        return whatToDo;
    }

    /** The form in which the command line shows it. */
    public String text() {
        StringBuilder text = new StringBuilder("cairn: ").append(PlainText.escape(what()));
        where.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> text.append("\n  where: ").append(PlainText.escape(line.strip())));
        if (!whatToDo.isEmpty()) {
            text.append("\n  what to do: ").append(PlainText.escape(whatToDo));
        }
        return text.append("\n  code: ").append(code).toString();
    }
}
