package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.TimeView;
import cairn.ca.x509.Severity;

/** thisUpdate and nextUpdate are written to the second, in Z, as UTCTime to the end of 2049. */
final class CrlTimes extends CrlRule {
    CrlTimes() {
        super(
                "rfc5280.crl-times",
                "RFC 5280 sections 5.1.2.4 and 5.1.2.5",
                Severity.ERROR,
                "thisUpdate and nextUpdate are written to the second, in Z, as UTCTime to the end of 2049");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        check("thisUpdate", list.thisUpdate(), report);
        list.nextUpdate().ifPresent(time -> check("nextUpdate", time, report));
    }

    private static void check(String where, TimeView time, Report report) {
        if (!CrlTimeForm.isProper(time)) {
            report.add(where, "'" + time.text() + "' is not in the form of the profile");
        }
    }
}
