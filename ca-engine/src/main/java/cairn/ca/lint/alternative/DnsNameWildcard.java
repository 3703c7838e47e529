package cairn.ca.lint.alternative;

import cairn.ca.lint.Severity;

<<<<<<< HEAD
/** A wildcard is the whole leftmost label of a dNSName. */
final class DnsNameWildcard extends DnsNameRule {
    DnsNameWildcard() {
        super(
                "rfc9525.dns-name-wildcard",
                "RFC 9525 section 6.3",
                Severity.ERROR,
                "A wildcard is the whole leftmost label of a dNSName",
                "has a wildcard that is not the whole leftmost label");
    }

    @Override
    boolean isBad(String name) {
        return name.indexOf('*') >= 0 && (!name.startsWith("*.") || name.indexOf('*', 1) >= 0 || name.length() < 3);
=======
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
>>>>>>> authority
    }
}
