package cairn.ca.lint.extension;

import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** policyConstraints is critical. */
final class PolicyConstraintsCritical extends Criticality {
    PolicyConstraintsCritical() {
        super(
                "rfc5280.policy-constraints-critical",
                "RFC 5280 section 4.2.1.11",
                Severity.ERROR,
                "policyConstraints is critical",
                Oid.POLICY_CONSTRAINTS,
                true);
    }
}
