package cairn.ca.lint.crl;

import cairn.ca.lint.CrlEntryRule;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlEntryView;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;

/** A revocation date is written to the second, in Z, as UTCTime to the end of 2049. */
final class EntryTime extends CrlEntryRule {
    EntryTime() {
        super(
                "rfc5280.crl-entry-time",
                "RFC 5280 section 5.1.2.6",
                Severity.ERROR,
                "A revocation date is written to the second, in Z, as UTCTime to the end of 2049");
    }

    @Override
    public void check(CrlEntryView entry, CrlView list, Report report) {
        if (!CrlTimeForm.isProper(entry.revocationDate())) {
            report.add(entry.where(), "'" + entry.revocationDate().text() + "' is not in the form of the profile");
        }
    }
}
