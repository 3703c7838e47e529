package cairn.ca.lint.alternative;

import cairn.ca.lint.syntax.HostName;
import cairn.ca.x509.Severity;

/** No label of a dNSName begins or ends with a hyphen. */
final class DnsLabelHyphen extends DnsNameRule {
    DnsLabelHyphen() {
        super(
                "rfc1034.dns-label-hyphen",
                "RFC 5280 section 4.2.1.6; RFC 1034 section 3.5",
                Severity.ERROR,
                "No label of a dNSName begins or ends with a hyphen",
                "has a label with a hyphen at its end");
    }

    @Override
    boolean isBad(String name) {
        return HostName.hasOuterHyphen(name);
    }
}
