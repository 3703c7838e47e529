package cairn.ca.lint;

/**
 * One thing that a rule objects to.
 *
 * @param rule the rule's id
 * @param clause the document and section behind it
 * @param severity its weight
 * @param where the place in the certificate or list, such as {@code subjectAltName dNSName 2}
 * @param words what is wrong there, safe to show on one line
 */
public record Finding(String rule, String clause, Severity severity, String where, String words) {
    @Override
    public String toString() {
        return severity + " " + rule + " [" + clause + "] " + where + ": " + words;
    }
}
