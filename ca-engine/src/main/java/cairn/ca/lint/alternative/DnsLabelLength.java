package cairn.ca.lint.alternative;

import cairn.ca.lint.Severity;
import cairn.ca.lint.syntax.HostName;

<<<<<<< HEAD
/** A label of a dNSName has at most 63 characters. */
final class DnsLabelLength extends DnsNameRule {
    DnsLabelLength() {
        super(
                "rfc1035.dns-label-length",
                "RFC 5280 section 4.2.1.6; RFC 1035 section 2.3.4",
                Severity.ERROR,
                "A label of a dNSName has at most 63 characters",
                "has a label of more than 63 characters");
    }

    @Override
    boolean isBad(String name) {
        return name.length() > 63 && HostName.longestLabel(name) > 63;
=======
/** A label of a dNSName has at most 63 characters (RFC 5280 section 4.2.1.6). */
public final class DnsLabelLength implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc1035.dns-label-length",
            "RFC 5280 section 4.2.1.6; RFC 1035 section 2.3.4",
            Severity.ERROR,
            "A label of a dNSName has at most 63 characters");

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
                "has a label of more than 63 characters",
                name -> name.length() > 63 && HostName.longestLabel(name) > 63);
>>>>>>> authority
    }
}
