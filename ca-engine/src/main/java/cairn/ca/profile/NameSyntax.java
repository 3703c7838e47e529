package cairn.ca.profile;

import java.util.Optional;
import java.util.regex.Pattern;

/** The syntax of names, where every answer is the objection in words, or empty. */
final class NameSyntax {
    private static final int MAX_DNS = 253;
    private static final int MAX_LABEL = 63;
    private static final int MAX_URI = 2048;
    private static final int MAX_TRUST_DOMAIN = 255;
    private static final String SPIFFE = "spiffe://";

    // None of these patterns has a repetition within a repetition that could share a character.
    private static final Pattern TRUST_DOMAIN = Pattern.compile("[a-z0-9._-]+");
    private static final Pattern SPIFFE_SEGMENT = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");

    private NameSyntax() {}

    /** A host name in the preferred name syntax, underscores refused (RFC 1034 section 3.5, RFC 1123 section 2.1). */
    static Optional<String> dns(String name, boolean wildcards) {
        String host = name;
        if (name.startsWith("*.")) {
            if (!wildcards) {
                return Optional.of("wildcards are not allowed");
            }
            host = name.substring(2);
            if (host.indexOf('.') < 0) {
                return Optional.of("a wildcard needs at least two labels behind it");
            }
        }
        if (host.isEmpty() || name.length() > MAX_DNS) {
            return Optional.of("a DNS name has 1 to " + MAX_DNS + " characters");
        }
        int start = 0;
        for (int i = 0; i <= host.length(); i++) {
            if (i == host.length() || host.charAt(i) == '.') {
                Optional<String> objection = label(host, start, i);
                if (objection.isPresent()) {
                    return objection;
                }
                start = i + 1;
            }
        }
        return looksLikeAddress(host) ? Optional.of("an address is not a DNS name") : Optional.empty();
    }

    private static Optional<String> label(String host, int start, int end) {
        if (start == end || end - start > MAX_LABEL) {
            return Optional.of("a label has 1 to " + MAX_LABEL + " characters");
        }
        for (int i = start; i < end; i++) {
            char c = host.charAt(i);
            if (c == '*') {
                return Optional.of("a wildcard stands only as the whole leftmost label");
            }
            if (c > 127) {
                return Optional.of("a DNS name is ASCII: use the A-label (xn--)");
            }
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && (c != '-' || i == start || i == end - 1)) {
                return Optional.of("a label has letters, digits and inner hyphens only");
            }
        }
        return Optional.empty();
    }

    private static boolean looksLikeAddress(String host) {
        return host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    /** A SPIFFE ID (SPIFFE-ID specification section 2). */
    static Optional<String> spiffe(String uri) {
        if (!uri.startsWith(SPIFFE)) {
            return Optional.of("a SPIFFE ID starts with " + SPIFFE);
        }
        if (uri.length() > MAX_URI) {
            return Optional.of("a SPIFFE ID has at most " + MAX_URI + " characters");
        }
        int slash = uri.indexOf('/', SPIFFE.length());
        String domain = uri.substring(SPIFFE.length(), slash < 0 ? uri.length() : slash);
        if (domain.length() > MAX_TRUST_DOMAIN || !TRUST_DOMAIN.matcher(domain).matches()) {
            return Optional.of("a trust domain has 1 to " + MAX_TRUST_DOMAIN
                    + " lower-case letters, digits, dots, hyphens and underscores, and no port or user");
        }
        if (slash < 0) {
            return Optional.of("the path is missing: a workload needs one");
        }
        for (String segment : uri.substring(slash + 1).split("/", -1)) {
            boolean relative = segment.equals(".") || segment.equals("..");
            if (relative || !SPIFFE_SEGMENT.matcher(segment).matches()) {
                return Optional.of("a path segment has letters, digits, dots, hyphens and underscores,"
                        + " and is not empty, \".\" or \"..\"");
            }
        }
        return Optional.empty();
    }

    /** An absolute URI in ASCII (RFC 5280 section 4.2.1.6). */
    static Optional<String> uri(String uri) {
        int colon = uri.indexOf(':');
        if (colon < 1 || !SCHEME.matcher(uri.substring(0, colon)).matches() || colon == uri.length() - 1) {
            return Optional.of("a URI starts with a scheme and goes on behind its colon");
        }
        if (uri.length() > MAX_URI) {
            return Optional.of("a URI has at most " + MAX_URI + " characters here");
        }
        boolean clean = uri.chars().allMatch(c -> c > 0x20 && c < 0x7F && "\"<>\\^`{|}".indexOf(c) < 0);
        return clean ? Optional.empty() : Optional.of("a URI is ASCII without spaces; others are written with %");
    }

    /** A mailbox in ASCII (RFC 5280 section 4.2.1.6). */
    static Optional<String> email(String mailbox) {
        int sign = mailbox.lastIndexOf('@');
        if (sign < 1 || sign > 64 || mailbox.indexOf('@') != sign) {
            return Optional.of("a mailbox is name@host");
        }
        boolean clean =
                mailbox.chars().limit(sign).allMatch(c -> c > 0x20 && c < 0x7F && "\"(),:;<>[\\]".indexOf(c) < 0);
        return clean ? dns(mailbox.substring(sign + 1), false) : Optional.of("a character that a mailbox cannot have");
    }
}
