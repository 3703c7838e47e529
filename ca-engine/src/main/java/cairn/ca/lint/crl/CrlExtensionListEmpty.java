package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.RuleDescription;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CrlView;

/** A list of extensions holds at least one (RFC 5280 section 5.1.2.7). */
public final class CrlExtensionListEmpty implements CrlRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.crl-extension-list-empty",
            "RFC 5280 section 5.1.2.7",
            Severity.ERROR,
            "A list of extensions holds at least one");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        if (list.areExtensionsWritten() && list.extensions().all().isEmpty()) {
            report.add("crlExtensions", "the list is there and empty");
        }
    }
}
