package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.RuleDescription;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;

/** A dNSName has no underscore (RFC 5280 section 4.2.1.6). */
public final class DnsNameUnderscore implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc1034.dns-name-underscore",
            "RFC 5280 section 4.2.1.6; RFC 1034 section 3.5",
            Severity.WARNING,
            "A dNSName has no underscore");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        AltNames.report(certificate, GeneralNameView.DNS, report, "has an underscore", name -> name.indexOf('_') >= 0);
    }
}
