package cairn.ca.validation;

import cairn.ca.x509.RevocationListEntry;

/** What one revocation list says about one certificate. */
public sealed interface RevocationStatus {
    /** The list covers the certificate and does not name it. */
    record Good() implements RevocationStatus {}

    /** The list names the certificate. */
    record Revoked(RevocationListEntry entry) implements RevocationStatus {}

    /**
     * The list says nothing about the certificate that one may rely on.
     *
     * @param reason a stable short word
     * @param words why, as a sentence
     * @param byTime whether a newer list or a right clock would change that
     */
    record Undetermined(String reason, String words, boolean byTime) implements RevocationStatus {}
}
