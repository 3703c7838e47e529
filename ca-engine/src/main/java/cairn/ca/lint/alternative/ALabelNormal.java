package cairn.ca.lint.alternative;

import cairn.ca.lint.syntax.Punycode;
import cairn.ca.x509.Severity;
import java.text.Normalizer;
import java.util.Optional;

/** The text behind an xn-- label is in normalization form C. */
final class ALabelNormal extends DnsNameRule {
    private static final String PREFIX = "xn--";

    ALabelNormal() {
        super(
                "rfc5891.a-label-normal",
                "RFC 5891 section 4.1; RFC 9549 section 2.2",
                Severity.ERROR,
                "The text behind an xn-- label is in normalization form C",
                "has an xn-- label whose text is not in normalization form C");
    }

    @Override
    boolean isBad(String name) {
        int at = indexOfPrefix(name, 0);
        while (at >= 0) {
            int dot = name.indexOf('.', at);
            String label = name.substring(at + PREFIX.length(), dot < 0 ? name.length() : dot);
            Optional<String> text = Punycode.decode(label);
            if (text.isPresent() && !Normalizer.isNormalized(text.get(), Normalizer.Form.NFC)) {
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
