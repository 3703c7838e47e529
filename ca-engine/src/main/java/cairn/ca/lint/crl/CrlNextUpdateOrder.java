package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.TimeView;
import cairn.ca.x509.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * nextUpdate is not before thisUpdate. RFC 5280 asks for no more: the next list comes at that date at the latest, and a
 * list that says "at this very moment" contradicts nothing, though it is of little use. Cairn itself signs no such list.
 */
final class CrlNextUpdateOrder extends CrlRule {
    CrlNextUpdateOrder() {
        super(
                "rfc5280.crl-next-update-order",
                "RFC 5280 section 5.1.2.5; NIAP CA PP FDP_CRL_EXT.1",
                Severity.ERROR,
                "nextUpdate is not before thisUpdate");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        Optional<Instant> from = list.thisUpdate().instant();
        Optional<Instant> until = list.nextUpdate().flatMap(TimeView::instant);
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            report.add("nextUpdate", until.get() + " is before thisUpdate " + from.get());
        }
    }
}
