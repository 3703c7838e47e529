package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Defect;
import cairn.ca.x509.Severity;

/** The value of a known extension has the form of its clause and nothing behind it. */
final class ExtensionSyntax extends CertificateRule {
    ExtensionSyntax() {
        super(
                "rfc5280.extension-syntax",
                "RFC 5280 section 4.2 and appendix A",
                Severity.ERROR,
                "The value of a known extension has the form of its clause and nothing behind it");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        for (Defect defect : certificate.extensions().defects()) {
            report.add(defect.where(), defect.words());
        }
    }
}
