package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** deltaCRLIndicator is critical. */
final class CrlDeltaCritical extends CrlRule {
    CrlDeltaCritical() {
        super("rfc5280.crl-delta-critical", "RFC 5280 section 5.2.4", Severity.ERROR, "deltaCRLIndicator is critical");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        if (list.isDelta() && !list.extensions().isCritical(Oid.DELTA_CRL_INDICATOR)) {
            report.add("deltaCRLIndicator", "is not critical");
        }
    }
}
