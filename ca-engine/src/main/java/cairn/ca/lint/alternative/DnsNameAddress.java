package cairn.ca.lint.alternative;

import cairn.ca.lint.syntax.HostName;
import cairn.ca.x509.Severity;

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
    }
}
