package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.RuleDescription;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.TimeView;

/** Times have seconds and no fraction of them (RFC 5280 sections 4.1.2.5.1 and 4.1.2.5.2). */
public final class TimeSeconds implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.time-seconds",
            "RFC 5280 sections 4.1.2.5.1 and 4.1.2.5.2",
            Severity.ERROR,
            "Times have seconds and no fraction of them");

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
        int digits = time.isUtcTime() ? 12 : 14;
        boolean fraction = time.text().indexOf('.') >= 0 || time.text().indexOf(',') >= 0;
        if (time.leadingDigits() != digits || fraction) {
            report.add(where, "'" + time.text() + "' is not written to the whole second");
        }
    }
}
