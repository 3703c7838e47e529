package cairn.ca.lint.alternative;

import cairn.ca.lint.Severity;
import cairn.ca.lint.syntax.HostName;

<<<<<<< HEAD
/** An IP address stands in an iPAddress and not in a dNSName. */
final class DnsNameAddress extends DnsNameRule {
    DnsNameAddress() {
        super(
                "rfc5280.dns-name-address",
                "RFC 5280 section 4.2.1.6; RFC 9525 section 6.4",
                Severity.WARNING,
                "An IP address stands in an iPAddress and not in a dNSName",
                "is an IP address, which programs look for in an iPAddress only");
    }

    @Override
    boolean isBad(String name) {
        return HostName.isIpv4(name);
=======
/** An IP address stands in an iPAddress and not in a dNSName (RFC 5280 section 4.2.1.6). */
public final class DnsNameAddress implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.dns-name-address",
            "RFC 5280 section 4.2.1.6; RFC 9525 section 6.4",
            Severity.WARNING,
            "An IP address stands in an iPAddress and not in a dNSName");

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
                "is an IP address, which programs look for in an iPAddress only",
                name -> HostName.isIpv4(name));
>>>>>>> authority
    }
}
