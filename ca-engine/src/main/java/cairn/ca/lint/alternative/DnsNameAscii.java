package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.RuleDescription;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;

/** A dNSName is an IA5String; other scripts are written as A-labels (RFC 5280 section 4.2.1.6). */
public final class DnsNameAscii implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.dns-name-ascii",
            "RFC 5280 section 4.2.1.6; RFC 9549 section 2.2",
            Severity.ERROR,
            "A dNSName is an IA5String; other scripts are written as A-labels");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        AltNames.report(certificate, GeneralNameView.DNS, report, "is not plain ASCII", name -> !isAscii(name));
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }
}
