package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.Defect;
import cairn.ca.x509.Severity;

/** The value of a known extension has the form of its clause and nothing behind it. */
final class CrlExtensionSyntax extends CrlRule {
    CrlExtensionSyntax() {
        super(
                "rfc5280.crl-extension-syntax",
                "RFC 5280 section 5.2 and appendix A",
                Severity.ERROR,
                "The value of a known extension has the form of its clause and nothing behind it");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        for (Defect defect : list.defects()) {
            report.add(defect.where(), defect.words());
        }
    }
}
