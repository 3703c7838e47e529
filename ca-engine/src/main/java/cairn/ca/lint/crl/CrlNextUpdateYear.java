package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.TimeView;
import cairn.ca.x509.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The next list comes within twelve months. */
final class CrlNextUpdateYear extends CrlRule {
    private static final Duration YEAR = Duration.ofDays(366);

    CrlNextUpdateYear() {
        super(
                "internal.crl-next-update-year",
                "CA/Browser Forum TLS BR section 7.2",
                Severity.WARNING,
                "The next list comes within twelve months");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        Optional<Instant> from = list.thisUpdate().instant();
        Optional<Instant> until = list.nextUpdate().flatMap(TimeView::instant);
        if (from.isPresent()
                && until.isPresent()
                && Duration.between(from.get(), until.get()).compareTo(YEAR) > 0) {
            report.add("nextUpdate", "more than twelve months after thisUpdate");
        }
    }
}
