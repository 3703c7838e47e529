package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.RuleDescription;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;

/** A wildcard is the whole leftmost label of a dNSName (RFC 9525 section 6.3). */
public final class DnsNameWildcard implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc9525.dns-name-wildcard",
            "RFC 9525 section 6.3",
            Severity.ERROR,
            "A wildcard is the whole leftmost label of a dNSName");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        AltNames.report(
                certificate,
                GeneralNameView.DNS,
                report,
                "has a wildcard that is not the whole leftmost label",
                name -> name.indexOf('*') >= 0
                        && (!name.startsWith("*.") || name.indexOf('*', 1) >= 0 || name.length() < 3));
    }
}
