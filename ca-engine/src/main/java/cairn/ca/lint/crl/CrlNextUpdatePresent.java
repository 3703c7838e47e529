package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;

/** A list says when the next one comes. */
final class CrlNextUpdatePresent extends CrlRule {
    CrlNextUpdatePresent() {
        super(
                "rfc5280.crl-next-update-present",
                "RFC 5280 section 5.1.2.5",
                Severity.ERROR,
                "A list says when the next one comes");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        if (list.nextUpdate().isEmpty()) {
            report.add("nextUpdate", "missing");
        }
    }
}
