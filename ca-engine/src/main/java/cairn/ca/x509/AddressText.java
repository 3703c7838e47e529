package cairn.ca.x509;

import java.util.ArrayList;
import java.util.List;

/** Text and octets of addresses of the internet protocol, without any look-up of names (RFC 4291 section 2.2). */
public final class AddressText {
    private AddressText() {}

    /** Four or sixteen octets. */
    public static byte[] parse(String text) throws MalformedException {
        byte[] octets = text.indexOf(':') >= 0 ? six(text) : four(text);
        if (octets.length == 0) {
            throw new MalformedException("not an IP address: " + PlainText.escape(text), "IP address");
        }
        return octets;
    }

    /** The usual text form; refuses any other number of octets than 4 and 16 (RFC 5280 section 4.2.1.6). */
    public static String format(byte[] octets) throws MalformedException {
        if (octets.length == 4) {
            return (octets[0] & 0xFF) + "." + (octets[1] & 0xFF) + "." + (octets[2] & 0xFF) + "." + (octets[3] & 0xFF);
        }
        if (octets.length != 16) {
            throw new MalformedException("an IP address of " + octets.length + " octets", "extension 2.5.29.17");
        }
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (octets[2 * i] & 0xFF) << 8 | (octets[2 * i + 1] & 0xFF);
        }
        return compressed(groups);
    }

    /** The longest run of zero groups becomes a double colon (RFC 5952 section 4.2). */
    private static String compressed(int[] groups) {
        int start = -1;
        int longest = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > longest) {
                start = i;
                longest = end - i;
            }
            i = Math.max(i, end - 1);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                text.append("::");
                i += longest - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }

    private static byte[] four(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] octets = new byte[4];
        if (parts.length != 4) {
            return new byte[0];
        }
        for (int i = 0; i < 4; i++) {
            if (!isDecimalOctet(parts[i])) {
                return new byte[0];
            }
            octets[i] = (byte) Integer.parseInt(parts[i]);
        }
        return octets;
    }

    private static boolean isDecimalOctet(String part) {
        boolean digits = !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && (part.length() == 1 || part.charAt(0) != '0') && Integer.parseInt(part) <= 255;
    }

    private static byte[] six(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return new byte[0];
        }
        List<Integer> head = new ArrayList<>();
        List<Integer> tail = new ArrayList<>();
        boolean read = gap < 0
                ? groups(text, head, true)
                : groups(text.substring(0, gap), head, false) && groups(text.substring(gap + 2), tail, true);
        int given = head.size() + tail.size();
        if (!read || (gap < 0 ? given != 8 : given > 7)) {
            return new byte[0];
        }
        byte[] octets = new byte[16];
        for (int i = 0; i < head.size(); i++) {
            put(octets, i, head.get(i));
        }
        for (int i = 0; i < tail.size(); i++) {
            put(octets, 8 - tail.size() + i, tail.get(i));
        }
        return octets;
    }

    /** Four octets in decimals may only be the last 32 bits of the whole (RFC 4291 section 2.2). */
    private static boolean groups(String text, List<Integer> into, boolean atTheEnd) {
        if (text.isEmpty()) {
            return true;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (atTheEnd && i == parts.length - 1 && part.indexOf('.') >= 0) {
                byte[] four = four(part);
                if (four.length == 0) {
                    return false;
                }
                into.add((four[0] & 0xFF) << 8 | (four[1] & 0xFF));
                into.add((four[2] & 0xFF) << 8 | (four[3] & 0xFF));
            } else if (!part.isEmpty() && part.length() <= 4 && part.chars().allMatch(AddressText::isHex)) {
                into.add(Integer.parseInt(part, 16));
            } else {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static void put(byte[] octets, int group, int value) {
        octets[2 * group] = (byte) (value >> 8);
        octets[2 * group + 1] = (byte) value;
    }
}
