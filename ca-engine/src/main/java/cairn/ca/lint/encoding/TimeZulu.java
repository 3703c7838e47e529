package cairn.ca.lint.encoding;

import cairn.ca.lint.Report;
import cairn.ca.lint.view.TimeView;
import cairn.ca.x509.Severity;

/** Times end in Z. */
final class TimeZulu extends TimeRule {
    TimeZulu() {
        super("rfc5280.time-zulu", "RFC 5280 sections 4.1.2.5.1 and 4.1.2.5.2", Severity.ERROR, "Times end in Z");
    }

    @Override
    void check(String where, TimeView time, Report report) {
        if (!time.text().endsWith("Z")) {
            report.add(where, "'" + time.text() + "' does not end in Z");
        }
    }
}
