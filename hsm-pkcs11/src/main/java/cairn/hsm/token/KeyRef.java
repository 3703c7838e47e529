package cairn.hsm.token;

/** A signing key of a token: CKA_ID in lower-case hexadecimal, CKA_LABEL and kind. Outlives sessions and log-ins. */
public record KeyRef(String id, String label, KeySpec spec) {}
