package cairn.ca.lint.syntax;

import java.util.Optional;

/**
 * The parts of a URI that rules ask for (RFC 3986 section 3), cut without judging the rest.
 *
 * @param scheme what stands before the first colon, empty without one
 * @param rest what stands behind it
 * @param host the host, if there is an authority
 * @param port what stands behind the host's colon
 */
public record UriText(String scheme, String rest, Optional<String> host, String port) {
    /** Cuts {@code text}. */
    public static UriText of(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return new UriText("", text, Optional.empty(), "");
        }
        String rest = text.substring(colon + 1);
        if (!rest.startsWith("//")) {
            return new UriText(text.substring(0, colon), rest, Optional.empty(), "");
        }
        int end = 2;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = rest.substring(Math.max(2, rest.lastIndexOf('@', end - 1) + 1), end);
        int port = authority.indexOf(':', Math.max(0, authority.lastIndexOf(']')));
        String host = port < 0 ? authority : authority.substring(0, port);
        String digits = port < 0 ? "" : authority.substring(port + 1);
        return new UriText(text.substring(0, colon), rest, Optional.of(host), digits);
    }

    /** Whether the scheme is a letter followed by letters, digits, plus, hyphen and dot, and something follows it. */
    public boolean isAbsolute() {
        if (scheme.isEmpty() || rest.isEmpty() || rest.equals("//") || !isLetter(scheme.charAt(0))) {
            return false;
        }
        for (int i = 1; i < scheme.length(); i++) {
            char c = scheme.charAt(i);
            if (!isLetter(c) && (c < '0' || c > '9') && c != '+' && c != '-' && c != '.') {
                return false;
            }
        }
        return true;
    }

    /** Whether it holds only characters that a URI may hold; percent signs are not looked behind. */
    public boolean hasOnlyUriCharacters() {
        for (int i = 0; i < rest.length(); i++) {
            char c = rest.charAt(i);
            if (c <= ' ' || c >= 0x7F || "\"<>\\^`{|}".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the scheme is this one. */
    public boolean isScheme(String word) {
        return scheme.equalsIgnoreCase(word);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
