package cairn.ca.x509;

import java.util.Arrays;

/**
 * A first look at bytes from outside, before any parser allocates for them: one complete DER element, definite
 * lengths in their shortest form, bounded depth, nothing behind it (ITU-T X.690 section 10.1).
 */
public final class Der {
    /** Deeper nesting than any certificate has; a parser that recurses is safe below it. */
    public static final int MAX_DEPTH = 64;

    private Der() {}

    /** Refuses {@code bytes} unless they are exactly one well-formed DER element. */
    public static void requireDer(byte[] bytes) throws MalformedException {
        if (bytes.length == 0) {
            throw new MalformedException("there are no bytes", "offset 0");
        }
        int end = element(bytes, 0, bytes.length, 0);
        if (end != bytes.length) {
            throw new MalformedException(
                    (bytes.length - end) + " bytes follow the end of the DER element", "offset " + end);
        }
    }

    /** The first element within the constructed element that {@code der} is known to be, header included. */
    static byte[] firstWithin(byte[] der) {
        int start = content(der, 0);
        int content = content(der, start);
        int length = der[start + 1] & 0xFF;
        if (length >= 0x80) {
            length = 0;
            for (int i = start + 2; i < content; i++) {
                length = (length << 8) | (der[i] & 0xFF);
            }
        }
        return Arrays.copyOfRange(der, start, content + length);
    }

    /** Where the content of the element at {@code at} starts, its tag being one octet. */
    private static int content(byte[] der, int at) {
        int first = der[at + 1] & 0xFF;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7F);
    }

    /** Checks the element at {@code at}; returns the offset behind it. */
    private static int element(byte[] b, int at, int limit, int depth) throws MalformedException {
        if (depth > MAX_DEPTH) {
            throw new MalformedException("elements are nested more than " + MAX_DEPTH + " deep", "offset " + at);
        }
        if (at >= limit) {
            throw truncated(at);
        }
        int tag = b[at] & 0xFF;
        int p = at + 1;
        if ((tag & 0x1F) == 0x1F) {
            do {
                if (p >= limit) {
                    throw truncated(p);
                }
            } while ((b[p++] & 0x80) != 0);
        }
        if (p >= limit) {
            throw truncated(p);
        }
        int first = b[p++] & 0xFF;
        if (first == 0x80) {
            throw new MalformedException("indefinite length, which is BER and not DER", "offset " + (p - 1));
        }
        long length = first;
        if (first > 0x80) {
            int octets = first & 0x7F;
            if (octets > 4) {
                throw new MalformedException("a length of " + octets + " octets", "offset " + (p - 1));
            }
            if (p + octets > limit) {
                throw truncated(p);
            }
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = (length << 8) | (b[p + i] & 0xFF);
            }
            if (length < 0x80 || length < 1L << (8 * (octets - 1))) {
                throw new MalformedException("a length that is not in its shortest form", "offset " + (p - 1));
            }
            p += octets;
        }
        if (length > limit - p) {
            throw new MalformedException(
                    "the element says " + length + " bytes and only " + (limit - p) + " are left", "offset " + at);
        }
        int end = p + (int) length;
        if ((tag & 0x20) != 0) {
            while (p < end) {
                p = element(b, p, end, depth + 1);
            }
        }
        return end;
    }

    private static MalformedException truncated(int at) {
        return new MalformedException("the bytes end in the middle of an element", "offset " + at);
    }
}
