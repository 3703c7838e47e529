package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** freshestCRL stands in complete lists only and is not critical. */
final class CrlDeltaFreshest extends CrlRule {
    CrlDeltaFreshest() {
        super(
                "rfc5280.crl-delta-freshest",
                "RFC 5280 section 5.2.6",
                Severity.ERROR,
                "freshestCRL stands in complete lists only and is not critical");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        if (list.extensions().has(Oid.FRESHEST_CRL)
                && (list.isDelta() || list.extensions().isCritical(Oid.FRESHEST_CRL))) {
            report.add("freshestCRL", "in a delta, or critical");
        }
    }
}
