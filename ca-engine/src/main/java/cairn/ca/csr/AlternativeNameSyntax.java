package cairn.ca.csr;

import cairn.ca.x509.CertificateStructure;
import cairn.ca.x509.DerReader;
import cairn.ca.x509.Finding;
import cairn.ca.x509.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The syntax of one GeneralName. */
final class AlternativeNameSyntax {
    private static final int MAIL = 0x81;
    private static final int DNS = 0x82;
    private static final int URI = 0x86;
    private static final int ADDRESS = 0x87;
    private static final String DNS_CLAUSE = "RFC 5280 section 4.2.1.6; RFC 1034 section 3.5";
    private static final int MAX_DNS = 253;
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?");
    private static final Pattern ALL_DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern ABSOLUTE_URI =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]+");
    private static final Pattern LOCAL_PART = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");

    private AlternativeNameSyntax() {}

    /** What is wrong with the name, or null. */
    static @Nullable Finding objection(int tag, byte[] element, String where) throws MalformedException {
        byte[] content = DerReader.of(element, where).octets(tag, where);
        String text = new String(content, StandardCharsets.UTF_8);
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        return switch (tag) {
            case DNS ->
                ascii
                        ? dns(text, where)
                        : error(
                                "san.dns-not-ascii",
                                "RFC 5280 section 7.2; RFC 5890 section 2.3.2.1",
                                where,
                                "The DNS name \"" + text
                                        + "\" is not ASCII. Ask for its A-label, which begins with xn--.");
            case MAIL -> mail(text, ascii, where);
            case URI ->
                ABSOLUTE_URI.matcher(text).matches()
                        ? null
                        : error(
                                "san.uri",
                                "RFC 5280 section 4.2.1.6; RFC 3986 section 4.3",
                                where,
                                "\"" + text + "\" is not an absolute URI.");
            case ADDRESS ->
                content.length == 4 || content.length == 16
                        ? null
                        : error(
                                "san.address",
                                "RFC 5280 section 4.2.1.6",
                                where,
                                "The IP address has " + content.length + " octets instead of 4 or 16.");
            default -> form(element, where);
        };
    }

    private static @Nullable Finding dns(String name, String where) {
        String problem = dnsProblem(name, true);
        if (problem != null) {
            return error("san.dns", DNS_CLAUSE, where, "\"" + name + "\" is not a DNS name: " + problem + ".");
        }
        return name.indexOf('_') < 0
                ? null
                : Finding.warning(
                        "san.dns-underscore",
                        DNS_CLAUSE,
                        where,
                        "The DNS name \"" + name + "\" has an underscore, which host names do not have.");
    }

    private static @Nullable String dnsProblem(String name, boolean wildcard) {
        if (name.isEmpty()) {
            return "it is empty";
        }
        if (name.length() > MAX_DNS) {
            return "it has more than " + MAX_DNS + " characters";
        }
        String[] labels = name.split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            String label = labels[i];
            if (label.indexOf('*') >= 0) {
                if (!wildcard || i > 0 || label.length() > 1 || labels.length < 2) {
                    return "a wildcard may only be the whole leftmost part, followed by others";
                }
            } else if (label.isEmpty()) {
                return "it has an empty part";
            } else if (!LABEL.matcher(label).matches()) {
                return "the part \"" + label + "\" has characters or a length that host names do not have";
            }
        }
        return ALL_DIGITS.matcher(labels[labels.length - 1]).matches()
                ? "it ends in a number, as an address does"
                : null;
    }

    private static @Nullable Finding mail(String text, boolean ascii, String where) {
        int at = text.lastIndexOf('@');
        boolean good = ascii
                && at > 0
                && LOCAL_PART.matcher(text.substring(0, at)).matches()
                && dnsProblem(text.substring(at + 1), false) == null;
        return good
                ? null
                : error(
                        "san.mail",
                        "RFC 5280 section 4.2.1.6; RFC 5321 section 4.1.2",
                        where,
                        "\"" + text + "\" is not a mail address.");
    }

    private static @Nullable Finding form(byte[] element, String where) {
        try {
            CertificateStructure.checkGeneralName(element);
            return null;
        } catch (MalformedException e) {
            return error(
                    "san.malformed", "RFC 5280 section 4.2.1.6", where, "The name cannot be read: " + e.what() + ".");
        }
    }

    private static Finding error(String code, String clause, String where, String words) {
        return Finding.error(code, clause, where, words);
    }
}
