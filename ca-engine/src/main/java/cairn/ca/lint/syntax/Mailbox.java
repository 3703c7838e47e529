package cairn.ca.lint.syntax;

/** A mail address in the form {@code Local-part@Domain} (RFC 5321 section 4.1.2). */
public final class Mailbox {
    private Mailbox() {}

    /** Whether {@code text} is an address and nothing around it: no name, no angle brackets, no comment. */
    public static boolean isAddress(String text) {
        int at = text.lastIndexOf('@');
        if (at <= 0 || at > 64) {
            return false;
        }
        String domain = text.substring(at + 1);
        return isLocalPart(text.substring(0, at)) && isDomain(domain);
    }

    /** Whether {@code domain} is a host name; a single label is let through for internal mail. */
    public static boolean isDomain(String domain) {
        return !HostName.hasEmptyLabel(domain)
                && domain.length() <= 253
                && HostName.longestLabel(domain) <= 63
                && HostName.hasOnly(domain, "")
                && !HostName.hasOuterHyphen(domain);
    }

    private static boolean isLocalPart(String local) {
        if (local.length() > 2 && local.startsWith("\"") && local.endsWith("\"")) {
            return local.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        }
        return !HostName.hasEmptyLabel(local) && HostName.hasOnly(local, "!#$%&'*+/=?^_`{|}~");
    }
}
