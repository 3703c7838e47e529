package cairn.ca.lint;

/** Takes what one rule finds. */
@FunctionalInterface
public interface Report {
    /**
     * Adds a finding.
     *
     * @param where the place
     * @param words what is wrong there, without a full stop; made safe for one line by the receiver
     */
    void add(String where, String words);
}
