package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import java.util.List;

/** The rules of this package in the order in which findings are shown. A rule is added here, or it does not run. */
public final class AlternativeRules {
    private AlternativeRules() {}

    /** All of them. */
    public static List<CertificateRule> all() {
        return List.of(
                new AltNameKind(),
                new AltNameEmpty(),
                new AltNameTwice(),
                new DnsNameAscii(),
                new DnsNameAlphabet(),
                new DnsNameUnderscore(),
                new DnsNameLength(),
                new DnsLabelLength(),
                new DnsLabelEmpty(),
                new DnsLabelHyphen(),
                new DnsNameWildcard(),
                new DnsNameAddress(),
                new ALabelReadable(),
                new ALabelNormal(),
                new MailSyntax(),
                new UriAscii(),
                new UriSyntax(),
                new UriHost(),
                new SpiffeId(),
                new AddressLength(),
                new IssuerAltNotCritical(),
                new SubjectAltNotCritical(),
                new ServerNeedsName(),
                new CommonNameInAlternative(),
                new HardwareModuleName());
    }
}
