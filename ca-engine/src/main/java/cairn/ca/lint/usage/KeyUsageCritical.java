package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;

<<<<<<< HEAD
/** keyUsage is critical. */
final class KeyUsageCritical extends CertificateRule {
    KeyUsageCritical() {
        super("rfc5280.key-usage-critical", "RFC 5280 section 4.2.1.3", Severity.WARNING, "keyUsage is critical");
=======
/** keyUsage is critical (RFC 5280 section 4.2.1.3). */
public final class KeyUsageCritical implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.key-usage-critical", "RFC 5280 section 4.2.1.3", Severity.WARNING, "keyUsage is critical");

    @Override
    public RuleDescription about() {
        return ABOUT;
>>>>>>> authority
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.extensions().has(Oid.KEY_USAGE)
                && !certificate.extensions().isCritical(Oid.KEY_USAGE)) {
            report.add("keyUsage", "is not critical");
        }
    }
}
