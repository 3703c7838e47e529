package cairn.ca.x509;

/**
 * One thing that somebody found out about bytes from outside.
 *
 * @param code a stable short word for scripts, such as {@code key.rsa-size}; of a lint rule its id
 * @param clause where the rule stands, such as {@code RFC 5280 section 4.2.1.9}
 * @param where the place: "offset 17", "line 3", "subjectAltName entry 2"
 * @param words a sentence for people, safe to show on one line
 * @param severity what it does to the verdict
 */
public record Finding(String code, String clause, String where, String words, Severity severity) {
    /** The place of what is said of a file as a whole. */
    private static final String WHOLE = "the file";

    /** Refuses an empty code or sentence; makes text from outside harmless. */
    public Finding {
        if (!code.matches("[a-z0-9][a-z0-9.-]*") || words.isBlank()) {
            throw new IllegalArgumentException("a finding has a code and says something: " + code);
        }
        where = PlainText.escape(where);
        words = PlainText.escape(words);
    }

    /** A finding that refuses. */
    public static Finding error(String code, String clause, String where, String words) {
        return new Finding(code, clause, where, words, Severity.ERROR);
    }

    /** A finding that warns. */
    public static Finding warning(String code, String clause, String where, String words) {
        return new Finding(code, clause, where, words, Severity.WARNING);
    }

    /** A finding that only tells. */
    public static Finding notice(String code, String clause, String where, String words) {
        return new Finding(code, clause, where, words, Severity.NOTICE);
    }

    /** The same finding about a part of something larger: {@code part} is put before the place, or stands for the whole. */
    public Finding within(String part) {
        if (where.equals(WHOLE)) {
            return new Finding(code, clause, part, words, severity);
        }
        return new Finding(code, clause, part + ", " + where, words, severity);
    }

    @Override
    public String toString() {
        return severity + " " + code + " [" + clause + "] " + where + ": " + words;
    }
}
