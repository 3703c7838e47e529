package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.TimeView;
import cairn.ca.x509.Severity;

/** A rule about both times of a certificate. */
abstract class TimeRule extends CertificateRule {
    TimeRule(String id, String clause, Severity severity, String words) {
        super(id, clause, severity, words);
    }

    /** Reports what is wrong with one of them. */
    abstract void check(String where, TimeView time, Report report);

    @Override
    public final void check(CertificateView certificate, LintContext context, Report report) {
        check("notBefore", certificate.notBefore(), report);
        check("notAfter", certificate.notAfter(), report);
    }
}
