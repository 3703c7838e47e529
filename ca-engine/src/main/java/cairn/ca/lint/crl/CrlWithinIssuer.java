package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.TimeView;
import cairn.ca.x509.Severity;
import java.time.Instant;
import java.util.Optional;

/** thisUpdate and nextUpdate lie within the validity of the issuer. */
final class CrlWithinIssuer extends CrlRule {
    CrlWithinIssuer() {
        super(
                "internal.crl-within-issuer",
                "RFC 5280 section 6.3.3 (f); CA/Browser Forum TLS BR section 7.2",
                Severity.ERROR,
                "thisUpdate and nextUpdate lie within the validity of the issuer");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        Optional<Instant> from = list.thisUpdate().instant();
        Optional<Instant> until = list.nextUpdate().flatMap(TimeView::instant);
        Optional<Instant> start =
                context.issuer().flatMap(issuer -> issuer.notBefore().instant());
        Optional<Instant> end =
                context.issuer().flatMap(issuer -> issuer.notAfter().instant());
        if (from.isPresent() && start.isPresent() && from.get().isBefore(start.get())) {
            report.add("thisUpdate", from.get() + " is before the issuer's " + start.get());
        }
        if (until.isPresent() && end.isPresent() && until.get().isAfter(end.get())) {
            report.add("nextUpdate", until.get() + " is after the issuer's " + end.get());
        }
    }
}
