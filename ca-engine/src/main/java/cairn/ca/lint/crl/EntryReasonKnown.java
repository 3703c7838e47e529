package cairn.ca.lint.crl;

import cairn.ca.lint.CrlEntryRule;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlEntryView;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** A reason code is one of the clause. */
final class EntryReasonKnown extends CrlEntryRule {
    EntryReasonKnown() {
        super(
                "rfc5280.crl-entry-reason-known",
                "RFC 5280 section 5.3.1",
                Severity.ERROR,
                "A reason code is one of the clause");
    }

    @Override
    public void check(CrlEntryView entry, CrlView list, Report report) {
        int reason = entry.reason().orElse(0);
        boolean unreadable =
                entry.extensions().has(Oid.REASON_CODE) && entry.reason().isEmpty();
        if (unreadable || reason == 7 || reason > 10) {
            report.add(entry.where(), unreadable ? "a reason code that cannot be read" : "reason code " + reason);
        }
    }
}
