package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;

<<<<<<< HEAD
/** A GeneralName is one of its nine alternatives. */
final class AltNameKind extends CertificateRule {
    AltNameKind() {
        super(
                "rfc5280.alt-name-kind",
                "RFC 5280 section 4.2.1.6",
                Severity.ERROR,
                "A GeneralName is one of its nine alternatives");
=======
/** A GeneralName is one of its nine alternatives (RFC 5280 section 4.2.1.6). */
public final class AltNameKind implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.alt-name-kind",
            "RFC 5280 section 4.2.1.6",
            Severity.ERROR,
            "A GeneralName is one of its nine alternatives");

    @Override
    public RuleDescription about() {
        return ABOUT;
>>>>>>> authority
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        AltNames.reportAny(certificate, report, "has an unknown tag", name -> !name.isKnown());
    }
}
