package cairn.ca.lint.crl;

import cairn.ca.lint.CrlEntryRule;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlEntryView;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;

/** removeFromCRL stands only in a delta. */
final class EntryRemoveFromCrl extends CrlEntryRule {
    EntryRemoveFromCrl() {
        super(
                "rfc5280.crl-entry-remove",
                "RFC 5280 section 5.3.1",
                Severity.ERROR,
                "removeFromCRL stands only in a delta");
    }

    @Override
    public void check(CrlEntryView entry, CrlView list, Report report) {
        if (entry.reason().orElse(-1) == 8 && !list.isDelta()) {
            report.add(entry.where(), "removeFromCRL in a complete list");
        }
    }
}
