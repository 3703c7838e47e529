package cairn.ca.lint.alternative;

import cairn.ca.x509.Severity;

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
    }
}
