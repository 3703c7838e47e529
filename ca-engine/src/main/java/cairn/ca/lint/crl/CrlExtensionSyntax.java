package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.Defect;

<<<<<<< HEAD
/** The value of a known extension has the form of its clause and nothing behind it. */
final class CrlExtensionSyntax extends CrlRule {
    CrlExtensionSyntax() {
        super(
                "rfc5280.crl-extension-syntax",
                "RFC 5280 section 5.2 and appendix A",
                Severity.ERROR,
                "The value of a known extension has the form of its clause and nothing behind it");
=======
/** The value of a known extension has the form of its clause and nothing behind it (RFC 5280 section 5.2 and appendix A). */
public final class CrlExtensionSyntax implements CrlRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.crl-extension-syntax",
            "RFC 5280 section 5.2 and appendix A",
            Severity.ERROR,
            "The value of a known extension has the form of its clause and nothing behind it");

    @Override
    public RuleDescription about() {
        return ABOUT;
>>>>>>> authority
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        for (Defect defect : list.defects()) {
            report.add(defect.where(), defect.words());
        }
    }
}
