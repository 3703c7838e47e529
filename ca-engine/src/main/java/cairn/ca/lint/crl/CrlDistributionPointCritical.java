package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** issuingDistributionPoint is critical. */
final class CrlDistributionPointCritical extends CrlRule {
    CrlDistributionPointCritical() {
        super(
                "rfc5280.crl-idp-critical",
                "RFC 5280 section 5.2.5",
                Severity.ERROR,
                "issuingDistributionPoint is critical");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        if (list.extensions().has(Oid.ISSUING_DISTRIBUTION_POINT)
                && !list.extensions().isCritical(Oid.ISSUING_DISTRIBUTION_POINT)) {
            report.add("issuingDistributionPoint", "is not critical");
        }
    }
}
