package cairn.ca.lint.syntax;

/** A host name as RFC 1034 section 3.5 and RFC 5890 write it. */
public final class HostName {
    private HostName() {}

    /** Whether a label is empty; one dot at the very end also makes one, since certificates carry no root dot. */
    public static boolean hasEmptyLabel(String name) {
        return name.isEmpty() || name.startsWith(".") || name.endsWith(".") || name.contains("..");
    }

    /** The number of characters of the longest label. */
    public static int longestLabel(String name) {
        int longest = 0;
        int from = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || name.charAt(i) == '.') {
                longest = Math.max(longest, i - from);
                from = i + 1;
            }
        }
        return longest;
    }

    /** Whether every character is a letter, a digit, a hyphen, a dot, or one of {@code also}. */
    public static boolean hasOnly(String name, String also) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLetterOrDigit(c) && c != '-' && c != '.' && also.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a label begins or ends with a hyphen. */
    public static boolean hasOuterHyphen(String name) {
        return name.startsWith("-") || name.endsWith("-") || name.contains(".-") || name.contains("-.");
    }

    /** Whether it is four numbers with dots. */
    public static boolean isIpv4(String name) {
        int dots = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return dots == 3;
    }

    /** Whether it is a proper name of at least two labels; a leading wildcard label is let through. */
    public static boolean isFullyQualified(String name) {
        String rest = name.startsWith("*.") ? name.substring(2) : name;
        return rest.indexOf('.') > 0
                && rest.length() <= 253
                && !hasEmptyLabel(rest)
                && longestLabel(rest) <= 63
                && hasOnly(rest, "_")
                && !hasOuterHyphen(rest);
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
