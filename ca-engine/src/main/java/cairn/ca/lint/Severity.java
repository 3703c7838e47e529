package cairn.ca.lint;

/** How much a finding weighs. */
public enum Severity {
    /** A clause says MUST, or an incident says never: blocks issuance unless it is skipped with a reason. */
    ERROR,
    /** A clause says SHOULD: shown, does not block. */
    WARNING,
    /** Worth knowing. */
    NOTICE
}
