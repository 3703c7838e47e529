package cairn.ca.lint.crl;

import cairn.ca.lint.CrlEntryRule;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlEntryView;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;
import java.time.Instant;
import java.util.Optional;

/** A revocation date is not after thisUpdate. */
final class EntryAfterList extends CrlEntryRule {
    EntryAfterList() {
        super(
                "rfc5280.crl-entry-after-list",
                "RFC 5280 sections 5.1.2.4 and 5.1.2.6",
                Severity.ERROR,
                "A revocation date is not after thisUpdate");
    }

    @Override
    public void check(CrlEntryView entry, CrlView list, Report report) {
        Optional<Instant> date = entry.revocationDate().instant();
        Optional<Instant> from = list.thisUpdate().instant();
        if (date.isPresent() && from.isPresent() && date.get().isAfter(from.get())) {
            report.add(entry.where(), "revoked at " + date.get() + ", after thisUpdate " + from.get());
        }
    }
}
