package cairn.ca.lint.crl;

import cairn.ca.lint.CrlEntryRule;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlEntryView;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;

/** The reason code unspecified is left out. */
final class EntryReasonUnspecified extends CrlEntryRule {
    EntryReasonUnspecified() {
        super(
                "rfc5280.crl-entry-reason-unspecified",
                "RFC 5280 section 5.3.1",
                Severity.WARNING,
                "The reason code unspecified is left out");
    }

    @Override
    public void check(CrlEntryView entry, CrlView list, Report report) {
        if (entry.reason().orElse(-1) == 0) {
            report.add(entry.where(), "reason code unspecified");
        }
    }
}
