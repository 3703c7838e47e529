package cairn.ca.lint.extension;

import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** freshestCRL is not critical. */
final class FreshestCrlNotCritical extends Criticality {
    FreshestCrlNotCritical() {
        super(
                "rfc5280.freshest-crl-not-critical",
                "RFC 5280 section 4.2.1.15",
                Severity.ERROR,
                "freshestCRL is not critical",
                Oid.FRESHEST_CRL,
                false);
    }
}
