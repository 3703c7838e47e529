package cairn.ca.lint.extension;

import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** inhibitAnyPolicy is critical. */
final class InhibitAnyPolicyCritical extends Criticality {
    InhibitAnyPolicyCritical() {
        super(
                "rfc5280.inhibit-any-policy-critical",
                "RFC 5280 section 4.2.1.14",
                Severity.ERROR,
                "inhibitAnyPolicy is critical",
                Oid.INHIBIT_ANY_POLICY,
                true);
    }
}
