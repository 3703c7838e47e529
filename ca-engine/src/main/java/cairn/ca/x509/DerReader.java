package cairn.ca.x509;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Walks over DER without copying and without trusting a length, and names the offset of the first byte that is wrong.
 * Accepts definite, shortest-form lengths and one-octet tags only (ITU-T X.690 section 10).
 */
public final class DerReader {
    public static final int BOOLEAN = 0x01;
    public static final int INTEGER = 0x02;
    public static final int BIT_STRING = 0x03;
    public static final int OCTET_STRING = 0x04;
    public static final int NULL = 0x05;
    public static final int OID = 0x06;
    public static final int ENUMERATED = 0x0A;
    public static final int UTC_TIME = 0x17;
    public static final int GENERALIZED_TIME = 0x18;
    public static final int SEQUENCE = 0x30;
    public static final int SET = 0x31;

    /** No number in a certificate is longer; arithmetic on longer ones would take for ever. */
    private static final int MAX_NUMBER = 1 << 13;

    private final byte[] bytes;
    private final int end;
    private final String inside;
    private int at;

    private DerReader(byte[] bytes, int at, int end, String inside) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
        this.inside = inside;
    }

    /** Reads {@code bytes} from their start; they are not copied and must not change meanwhile. */
    public static DerReader of(byte[] bytes, String inside) {
        return new DerReader(bytes, 0, bytes.length, inside);
    }

    /** The tag of an implicitly tagged, context-specific primitive. */
    public static int context(int number) {
        return 0x80 | number;
    }

    /** The tag of a context-specific element that holds others. */
    public static int contextConstructed(int number) {
        return 0xA0 | number;
    }

    /** Whether another element follows. */
    public boolean hasMore() {
        return at < end;
    }

    /** The offset of the next element in the bytes that were given at the start. */
    public int offset() {
        return at;
    }

    /** The tag octet of the next element, or -1 at the end. */
    public int tag() {
        return at < end ? bytes[at] & 0xFF : -1;
    }

    /** Whether the next element has this tag. */
    public boolean nextIs(int tag) {
        return tag() == tag;
    }

    /** A reader of the content of the next element, which must have the tag; this reader goes behind it. */
    public DerReader enter(int tag, String what) throws MalformedException {
        int start = at;
        expect(tag, what);
        int content = contentStart();
        int next = contentEnd(start, content);
        at = next;
        return new DerReader(bytes, content, next, what);
    }

    /** The next element whole, tag and length included. */
    public byte[] element(String what) throws MalformedException {
        int start = at;
        skip(what);
        return Arrays.copyOfRange(bytes, start, at);
    }

    /** Goes behind the next element, whatever it is. */
    public void skip(String what) throws MalformedException {
        if (at >= end) {
            throw malformed(what + " is missing");
        }
        at = contentEnd(at, contentStart());
    }

    /** Goes behind the next element, which must have the tag. */
    public void skip(int tag, String what) throws MalformedException {
        expect(tag, what);
        at = contentEnd(at, contentStart());
    }

    /** The content octets of the next element, which must have the tag. */
    public byte[] octets(int tag, String what) throws MalformedException {
        return enter(tag, what).rest();
    }

    /** Everything that is left, without looking at it. */
    public byte[] rest() {
        byte[] rest = Arrays.copyOfRange(bytes, at, end);
        at = end;
        return rest;
    }

    /** How many octets are left. */
    public int left() {
        return end - at;
    }

    /** Refuses anything that follows. */
    public void finish() throws MalformedException {
        if (at < end) {
            throw malformed((end - at) + " bytes follow the end of " + inside);
        }
    }

    /** A BOOLEAN, which is 00 or FF and nothing else (X.690 section 11.1). */
    public boolean bool(int tag, String what) throws MalformedException {
        int start = at;
        DerReader content = enter(tag, what);
        int value = content.left() == 1 ? bytes[content.at] & 0xFF : -1;
        if (value != 0 && value != 0xFF) {
            throw new MalformedException(
                    what + " is a BOOLEAN that is neither 00 nor FF, which is not DER", place(start));
        }
        return value == 0xFF;
    }

    /** A BOOLEAN DEFAULT FALSE: absent is false, and a false that is written out is not DER (X.690 section 11.5). */
    public boolean optionalBool(int tag, String what) throws MalformedException {
        if (!nextIs(tag)) {
            return false;
        }
        int start = at;
        if (!bool(tag, what)) {
            throw new MalformedException(what + " says FALSE, which DER leaves out", place(start));
        }
        return true;
    }

    /** An INTEGER in its shortest form. */
    public BigInteger integer(int tag, String what) throws MalformedException {
        int start = at;
        byte[] octets = octets(tag, what);
        if (octets.length == 0 || octets.length > MAX_NUMBER) {
            throw new MalformedException(what + " is a number of " + octets.length + " octets", place(start));
        }
        if (octets.length > 1 && ((octets[0] == 0 && octets[1] >= 0) || (octets[0] == -1 && octets[1] < 0))) {
            throw new MalformedException(what + " is a number that is not in its shortest form", place(start));
        }
        return new BigInteger(octets);
    }

    /** An INTEGER from 0 to {@code max}. */
    public int smallInteger(int tag, int max, String what) throws MalformedException {
        int start = at;
        BigInteger value = integer(tag, what);
        if (value.signum() < 0 || value.bitLength() > 31 || value.intValue() > max) {
            throw new MalformedException(what + " is not a number from 0 to " + max, place(start));
        }
        return value.intValue();
    }

    /** An OBJECT IDENTIFIER in dotted form. */
    public String oid(String what) throws MalformedException {
        return oid(OID, what);
    }

    /** An OBJECT IDENTIFIER under another tag, in dotted form. */
    public String oid(int tag, String what) throws MalformedException {
        int start = at;
        DerReader content = enter(tag, what);
        return ObjectIdentifiers.dotted(bytes, content.at, content.end)
                .orElseThrow(() -> new MalformedException(what + " is not an object identifier", place(start)));
    }

    /** Checks a BIT STRING and returns its octets without the count of unused bits; unused bits are zero. */
    public byte[] bitString(String what) throws MalformedException {
        int start = at;
        byte[] content = octets(BIT_STRING, what);
        int unused = content.length == 0 ? 8 : content[0] & 0xFF;
        boolean wrong = unused > 7 || (content.length == 1 && unused > 0);
        if (wrong || (unused > 0 && (content[content.length - 1] & ((1 << unused) - 1)) != 0)) {
            throw new MalformedException(what + " is a BIT STRING whose unused bits are not DER", place(start));
        }
        return Arrays.copyOfRange(content, 1, content.length);
    }

    /** A BIT STRING of whole octets, as keys and signatures are. */
    public byte[] wholeOctets(String what) throws MalformedException {
        int start = at;
        byte[] octets = bitString(what);
        // The count of unused bits stands right before the octets.
        if (bytes[at - octets.length - 1] != 0) {
            throw new MalformedException(what + " is a BIT STRING that does not consist of whole octets", place(start));
        }
        return octets;
    }

    /** The refusal of what stands at the next element. */
    public MalformedException malformed(String what) {
        return new MalformedException(what, place(at));
    }

    private String place(int offset) {
        return "offset " + offset + " in " + inside;
    }

    private void expect(int tag, String what) throws MalformedException {
        if (at >= end) {
            throw malformed(what + " is missing");
        }
        if (tag() != tag) {
            throw malformed(String.format("%s should have tag %02X and has %02X", what, tag, tag()));
        }
    }

    private int contentStart() throws MalformedException {
        if ((bytes[at] & 0x1F) == 0x1F) {
            throw malformed("a tag of more than one octet");
        }
        if (at + 1 >= end) {
            throw malformed("the bytes end in the middle of an element");
        }
        int first = bytes[at + 1] & 0xFF;
        return first <= 0x80 ? at + 2 : at + 2 + (first & 0x7F);
    }

    private int contentEnd(int start, int content) throws MalformedException {
        int first = bytes[start + 1] & 0xFF;
        int octets = content - start - 2;
        long length = first;
        if (first == 0x80) {
            throw malformed("indefinite length, which is BER and not DER");
        }
        if (first > 0x80) {
            if (octets > 4 || content > end) {
                throw malformed("a length of " + octets + " octets");
            }
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = (length << 8) | (bytes[start + 2 + i] & 0xFF);
            }
            if (length < 0x80 || length < 1L << (8 * (octets - 1))) {
                throw malformed("a length that is not in its shortest form");
            }
        }
        if (length > end - content) {
            throw malformed("the element says " + length + " bytes and only " + (end - content) + " are left");
        }
        return content + (int) length;
    }
}
