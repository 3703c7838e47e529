package cairn.ca.lint.encoding;

import cairn.ca.lint.Report;
import cairn.ca.lint.view.TimeView;
import cairn.ca.x509.Severity;

/** Times name a moment of the calendar. */
final class TimeReadable extends TimeRule {
    TimeReadable() {
        super(
                "rfc5280.time-readable",
                "RFC 5280 section 4.1.2.5",
                Severity.ERROR,
                "Times name a moment of the calendar");
    }

    @Override
    void check(String where, TimeView time, Report report) {
        if (time.instant().isEmpty()) {
            report.add(where, "'" + time.text() + "' is no date and time");
        }
    }
}
