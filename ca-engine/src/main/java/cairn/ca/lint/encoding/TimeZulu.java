package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.RuleDescription;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.TimeView;

/** Times end in Z (RFC 5280 sections 4.1.2.5.1 and 4.1.2.5.2). */
public final class TimeZulu implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.time-zulu", "RFC 5280 sections 4.1.2.5.1 and 4.1.2.5.2", Severity.ERROR, "Times end in Z");

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
        if (!time.text().endsWith("Z")) {
            report.add(where, "'" + time.text() + "' does not end in Z");
        }
    }
}
