package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;

/** A list has version 2. */
final class CrlVersion2 extends CrlRule {
    CrlVersion2() {
        super("rfc5280.crl-version-2", "RFC 5280 section 5.1.2.1", Severity.ERROR, "A list has version 2");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        if (list.version() != 2) {
            report.add("version", "version " + list.version());
        }
    }
}
