package cairn.ca.lint.extension;

import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** cRLDistributionPoints is not critical. */
final class CrlDistributionPointsNotCritical extends Criticality {
    CrlDistributionPointsNotCritical() {
        super(
                "rfc5280.cdp-not-critical",
                "RFC 5280 section 4.2.1.13",
                Severity.WARNING,
                "cRLDistributionPoints is not critical",
                Oid.CRL_DISTRIBUTION_POINTS,
                false);
    }
}
