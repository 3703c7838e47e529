package cairn.ca.lint.alternative;

import cairn.ca.x509.Severity;

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
    }
}
