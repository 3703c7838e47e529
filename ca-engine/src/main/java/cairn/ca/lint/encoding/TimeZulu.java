package cairn.ca.lint.encoding;

import cairn.ca.lint.Report;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.TimeView;

<<<<<<< HEAD
/** Times end in Z. */
final class TimeZulu extends TimeRule {
    TimeZulu() {
        super("rfc5280.time-zulu", "RFC 5280 sections 4.1.2.5.1 and 4.1.2.5.2", Severity.ERROR, "Times end in Z");
=======
/** Times end in Z (RFC 5280 sections 4.1.2.5.1 and 4.1.2.5.2). */
public final class TimeZulu implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.time-zulu", "RFC 5280 sections 4.1.2.5.1 and 4.1.2.5.2", Severity.ERROR, "Times end in Z");

    @Override
    public RuleDescription about() {
        return ABOUT;
>>>>>>> authority
    }

    @Override
    void check(String where, TimeView time, Report report) {
        if (!time.text().endsWith("Z")) {
            report.add(where, "'" + time.text() + "' does not end in Z");
        }
    }
}
