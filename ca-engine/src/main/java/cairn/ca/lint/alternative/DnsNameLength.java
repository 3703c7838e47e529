package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.RuleDescription;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;

/** A dNSName has at most 253 characters (RFC 5280 section 4.2.1.6). */
public final class DnsNameLength implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc1035.dns-name-length",
            "RFC 5280 section 4.2.1.6; RFC 1035 section 2.3.4",
            Severity.ERROR,
            "A dNSName has at most 253 characters");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        AltNames.report(
                certificate, GeneralNameView.DNS, report, "has more than 253 characters", name -> name.length() > 253);
    }
}
