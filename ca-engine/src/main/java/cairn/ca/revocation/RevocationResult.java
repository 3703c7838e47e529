package cairn.ca.revocation;

/** What came of one decision of several. */
public sealed interface RevocationResult {
    /** Recorded. */
    record Recorded(RevocationOrder order) implements RevocationResult {}

    /** Not recorded. */
    record Refused(RevocationOrder order, RevocationException failure) implements RevocationResult {}
}
