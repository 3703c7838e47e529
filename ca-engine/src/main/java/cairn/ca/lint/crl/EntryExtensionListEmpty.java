package cairn.ca.lint.crl;

import cairn.ca.lint.CrlEntryRule;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlEntryView;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;

/** A list of extensions of an entry holds at least one. */
final class EntryExtensionListEmpty extends CrlEntryRule {
    EntryExtensionListEmpty() {
        super(
                "rfc5280.crl-entry-extension-list-empty",
                "RFC 5280 sections 5.1.2.6 and 5.3",
                Severity.ERROR,
                "A list of extensions of an entry holds at least one");
    }

    @Override
    public void check(CrlEntryView entry, CrlView list, Report report) {
        if (entry.areExtensionsWritten() && entry.extensions().all().isEmpty()) {
            report.add(entry.where(), "the list of extensions is there and empty");
        }
    }
}
