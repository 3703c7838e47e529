package cairn.ca.lint.extension;

import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** nameConstraints is critical. */
final class NameConstraintsCritical extends Criticality {
    NameConstraintsCritical() {
        super(
                "rfc5280.name-constraints-critical",
                "RFC 5280 section 4.2.1.10",
                Severity.ERROR,
                "nameConstraints is critical",
                Oid.NAME_CONSTRAINTS,
                true);
    }
}
