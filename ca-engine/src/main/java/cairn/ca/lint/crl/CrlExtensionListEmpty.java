package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;

/** A list of extensions holds at least one. */
final class CrlExtensionListEmpty extends CrlRule {
    CrlExtensionListEmpty() {
        super(
                "rfc5280.crl-extension-list-empty",
                "RFC 5280 section 5.1.2.7",
                Severity.ERROR,
                "A list of extensions holds at least one");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        if (list.areExtensionsWritten() && list.extensions().all().isEmpty()) {
            report.add("crlExtensions", "the list is there and empty");
        }
    }
}
