package cairn.ca.lint;

import cairn.ca.x509.Finding;
import cairn.ca.x509.Severity;

/**
 * What a rule says of itself.
 *
 * @param id the stable name, such as {@code rfc5280.serial-positive}; {@code internal.*} rules bind an internal authority
 * @param clause the document and section that dictates the rule
 * @param severity the weight of each of its findings
 * @param words what the rule demands, one sentence without a full stop
 */
public record RuleDescription(String id, String clause, Severity severity, String words) {
    /** Refuses a rule without a proper name, clause or words. */
    public RuleDescription {
        if (!id.matches("[a-z][a-z0-9-]*\\.[a-z0-9-]+")) {
            throw new IllegalArgumentException("not a rule id: " + id);
        }
        if (clause.isBlank() || words.isBlank()) {
            throw new IllegalArgumentException("rule " + id + " lacks its clause or its words");
        }
    }

    /** What the rule finds at a place. */
    Finding finding(String where, String words) {
        return new Finding(id, clause, where, words, severity);
    }

    /** Whether the rule is one of an internal authority's own and not one of a standard for everybody. */
    public boolean isInternal() {
        return id.startsWith("internal.");
    }
}
