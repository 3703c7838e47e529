package cairn.ca.lint.alternative;

import cairn.ca.lint.syntax.HostName;
import cairn.ca.x509.Severity;

/** A dNSName holds letters, digits, hyphens and dots; NUL, spaces and the like deceive readers. */
final class DnsNameAlphabet extends DnsNameRule {
    DnsNameAlphabet() {
        super(
                "rfc1034.dns-name-alphabet",
                "RFC 5280 section 4.2.1.6; RFC 1034 section 3.5",
                Severity.ERROR,
                "A dNSName holds letters, digits, hyphens and dots; NUL, spaces and the like deceive readers",
                "has characters that no host name has");
    }

    @Override
    boolean isBad(String name) {
        return !HostName.hasOnly(name, "*_");
    }
}
