package cairn.ca.issuance;

/** What came of preparing one certificate of several. */
public sealed interface PreparationResult {
    /** It may be signed. */
    record Ready(PreparedCertificate prepared) implements PreparationResult {}

    /** It may not; nothing was signed. */
    record Refused(IssuanceException failure) implements PreparationResult {}
}
