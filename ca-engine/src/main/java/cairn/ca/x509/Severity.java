package cairn.ca.x509;

/** How much a {@link Finding} weighs. */
public enum Severity {
    /** Refuses a request or a file; blocks issuance, unless the lint rule is skipped with a reason. */
    ERROR,
    /** Lets through, and must be seen by a person: a clause says SHOULD. */
    WARNING,
    /** Says something without objecting to it. */
    NOTICE
}
