package cairn.ca.lint;

/**
 * A person's decision that one rule shall not block; it goes into the audit with its reason.
 *
 * @param rule the rule's id
 * @param reason why, in words
 */
public record LintSkip(String rule, String reason) {
    /** Refuses a skip without a rule or a reason. */
    public LintSkip {
        if (rule.isBlank()) {
            throw new IllegalArgumentException("a skip names the rule that is skipped");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("skipping " + rule + " needs a reason");
        }
    }
}
