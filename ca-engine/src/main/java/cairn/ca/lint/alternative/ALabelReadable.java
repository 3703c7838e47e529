package cairn.ca.lint.alternative;

import cairn.ca.lint.syntax.Punycode;
import cairn.ca.x509.Severity;

/** A label that begins with xn-- stands for a text. */
final class ALabelReadable extends DnsNameRule {
    private static final String PREFIX = "xn--";

    ALabelReadable() {
        super(
                "rfc5891.a-label-readable",
                "RFC 9549 section 2.2; RFC 5891 section 4.2",
                Severity.ERROR,
                "A label that begins with xn-- stands for a text",
                "has an xn-- label that stands for no text");
    }

    @Override
    boolean isBad(String name) {
        int at = indexOfPrefix(name, 0);
        while (at >= 0) {
            int dot = name.indexOf('.', at);
            String label = name.substring(at + PREFIX.length(), dot < 0 ? name.length() : dot);
            if (Punycode.decode(label).isEmpty()) {
                return true;
            }
            at = indexOfPrefix(name, at + 1);
        }
        return false;
    }

    private static int indexOfPrefix(String name, int from) {
        for (int i = from; i + PREFIX.length() <= name.length(); i++) {
            if ((i == 0 || name.charAt(i - 1) == '.') && name.regionMatches(true, i, PREFIX, 0, PREFIX.length())) {
                return i;
            }
        }
        return -1;
    }
}
