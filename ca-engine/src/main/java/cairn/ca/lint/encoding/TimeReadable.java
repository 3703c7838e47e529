package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.RuleDescription;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.TimeView;

/** Times name a moment of the calendar (RFC 5280 section 4.1.2.5). */
public final class TimeReadable implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.time-readable", "RFC 5280 section 4.1.2.5", Severity.ERROR, "Times name a moment of the calendar");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        check("notBefore", certificate.notBefore(), report);
        check("notAfter", certificate.notAfter(), report);
    }

    private static void check(String where, TimeView time, Report report) {
        if (time.instant().isEmpty()) {
            report.add(where, "'" + time.text() + "' is no date and time");
        }
    }
}
