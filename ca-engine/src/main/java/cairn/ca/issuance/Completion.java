package cairn.ca.issuance;

import cairn.ca.audit.IntentId;
import cairn.ca.x509.Certificate;

/** The certificate that an intent led to, verified and compared. */
public record Completion(IntentId id, Certificate certificate) {}
