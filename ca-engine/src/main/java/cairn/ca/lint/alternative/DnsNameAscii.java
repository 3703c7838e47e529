package cairn.ca.lint.alternative;

import cairn.ca.x509.Severity;

/** A dNSName is an IA5String; other scripts are written as A-labels. */
final class DnsNameAscii extends DnsNameRule {
    DnsNameAscii() {
        super(
                "rfc5280.dns-name-ascii",
                "RFC 5280 section 4.2.1.6; RFC 9549 section 2.2",
                Severity.ERROR,
                "A dNSName is an IA5String; other scripts are written as A-labels",
                "is not plain ASCII");
    }

    @Override
    boolean isBad(String name) {
        return !isAscii(name);
    }

    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }
}
