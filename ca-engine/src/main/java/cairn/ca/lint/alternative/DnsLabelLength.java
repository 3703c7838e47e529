package cairn.ca.lint.alternative;

import cairn.ca.lint.syntax.HostName;
import cairn.ca.x509.Severity;

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
    }
}
