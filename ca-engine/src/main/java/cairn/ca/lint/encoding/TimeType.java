package cairn.ca.lint.encoding;

import cairn.ca.lint.Report;
import cairn.ca.lint.view.TimeView;
import cairn.ca.x509.Severity;
import java.time.Instant;

/** Times to the end of 2049 are UTCTime and later ones GeneralizedTime. */
final class TimeType extends TimeRule {
    private static final Instant YEAR_2050 = Instant.parse("2050-01-01T00:00:00Z");

    TimeType() {
        super(
                "rfc5280.time-type",
                "RFC 5280 section 4.1.2.5",
                Severity.ERROR,
                "Times to the end of 2049 are UTCTime and later ones GeneralizedTime");
    }

    @Override
    void check(String where, TimeView time, Report report) {
        if (!time.isUtcTime() && !time.isGeneralizedTime()) {
            report.add(where, "neither a UTCTime nor a GeneralizedTime");
        } else if (time.isGeneralizedTime()
                && time.instant().isPresent()
                && time.instant().get().isBefore(YEAR_2050)) {
            report.add(where, "'" + time.text() + "' is before 2050 and must be a UTCTime");
        }
    }
}
