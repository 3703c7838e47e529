package cairn.ca.x509;

/** What a {@link Finding} does to a verdict. */
public enum Severity {
    /** Refuses. */
    ERROR,
    /** Lets through, and must be seen by a person. */
    WARNING,
    /** Says something without objecting to it. */
    NOTICE
}
