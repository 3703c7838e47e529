package cairn.ca.lint.encoding;

import cairn.ca.lint.Report;
import cairn.ca.lint.view.TimeView;
import cairn.ca.x509.Severity;

/** Times have seconds and no fraction of them. */
final class TimeSeconds extends TimeRule {
    TimeSeconds() {
        super(
                "rfc5280.time-seconds",
                "RFC 5280 sections 4.1.2.5.1 and 4.1.2.5.2",
                Severity.ERROR,
                "Times have seconds and no fraction of them");
    }

    @Override
    void check(String where, TimeView time, Report report) {
        int digits = time.isUtcTime() ? 12 : 14;
        boolean fraction = time.text().indexOf('.') >= 0 || time.text().indexOf(',') >= 0;
        if (time.leadingDigits() != digits || fraction) {
            report.add(where, "'" + time.text() + "' is not written to the whole second");
        }
    }
}
