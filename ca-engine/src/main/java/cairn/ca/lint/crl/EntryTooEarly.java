package cairn.ca.lint.crl;

import cairn.ca.lint.CrlEntryRule;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlEntryView;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;
import java.time.Instant;
import java.util.Optional;

/** A revocation date is not older than the profile itself. */
final class EntryTooEarly extends CrlEntryRule {
    private static final Instant RFC_2459 = Instant.parse("1999-01-01T00:00:00Z");

    EntryTooEarly() {
        super(
                "internal.crl-entry-too-early",
                "RFC 2459 (January 1999)",
                Severity.ERROR,
                "A revocation date is not older than the profile itself");
    }

    @Override
    public void check(CrlEntryView entry, CrlView list, Report report) {
        Optional<Instant> date = entry.revocationDate().instant();
        if (date.isPresent() && date.get().isBefore(RFC_2459)) {
            report.add(entry.where(), "revoked at " + date.get());
        }
    }
}
