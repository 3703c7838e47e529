package cairn.ca.lint.extension;

import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** policyMappings is critical. */
final class PolicyMappingsCritical extends Criticality {
    PolicyMappingsCritical() {
        super(
                "rfc5280.policy-mappings-critical",
                "RFC 5280 section 4.2.1.5",
                Severity.WARNING,
                "policyMappings is critical",
                Oid.POLICY_MAPPINGS,
                true);
    }
}
