package cairn.ca.lint.alternative;

import cairn.ca.lint.Severity;

<<<<<<< HEAD
/** A dNSName has at most 253 characters. */
final class DnsNameLength extends DnsNameRule {
    DnsNameLength() {
        super(
                "rfc1035.dns-name-length",
                "RFC 5280 section 4.2.1.6; RFC 1035 section 2.3.4",
                Severity.ERROR,
                "A dNSName has at most 253 characters",
                "has more than 253 characters");
    }

    @Override
    boolean isBad(String name) {
        return name.length() > 253;
=======
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
>>>>>>> authority
    }
}
