package cairn.ca.lint.alternative;

import cairn.ca.lint.syntax.HostName;
import cairn.ca.x509.Severity;

/** No label of a dNSName is empty, not at the beginning and not at the end either. */
final class DnsLabelEmpty extends DnsNameRule {
    DnsLabelEmpty() {
        super(
                "rfc1034.dns-label-empty",
                "RFC 5280 section 4.2.1.6; RFC 1034 section 3.5",
                Severity.ERROR,
                "No label of a dNSName is empty, not at the beginning and not at the end either",
                "has an empty label");
    }

    @Override
    boolean isBad(String name) {
        return !name.isEmpty() && HostName.hasEmptyLabel(name);
    }
}
