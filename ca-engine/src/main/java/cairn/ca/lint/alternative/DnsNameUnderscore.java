package cairn.ca.lint.alternative;

import cairn.ca.x509.Severity;

/** A dNSName has no underscore. */
final class DnsNameUnderscore extends DnsNameRule {
    DnsNameUnderscore() {
        super(
                "rfc1034.dns-name-underscore",
                "RFC 5280 section 4.2.1.6; RFC 1034 section 3.5",
                Severity.WARNING,
                "A dNSName has no underscore",
                "has an underscore");
    }

    @Override
    boolean isBad(String name) {
        return name.indexOf('_') >= 0;
    }
}
