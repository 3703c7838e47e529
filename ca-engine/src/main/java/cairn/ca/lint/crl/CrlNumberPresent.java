package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** A list has cRLNumber. */
final class CrlNumberPresent extends CrlRule {
    CrlNumberPresent() {
        super("rfc5280.crl-number-present", "RFC 5280 section 5.2.3", Severity.ERROR, "A list has cRLNumber");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        if (!list.extensions().has(Oid.CRL_NUMBER)) {
            report.add("cRLNumber", "missing");
        }
    }
}
