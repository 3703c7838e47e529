package cairn.ca.issuance;

import cairn.ca.audit.IntentId;
import cairn.ca.x509.Certificate;

/** What came of issuing one certificate of several. */
public sealed interface IssuanceResult {
    /** Signed, verified, compared with the intent and recorded. */
    record Issued(IntentId intent, Certificate certificate) implements IssuanceResult {}

    /** Not issued; the failure says whether it may exist all the same. */
    record Failed(IssuanceException failure) implements IssuanceResult {}
}
