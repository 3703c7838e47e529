package cairn.ca.lint.view;

import cairn.ca.x509.MalformedException;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One DER element inside a shared buffer: nothing is copied and nothing is repaired. Not for several threads at once. */
public final class Element {
    private static final Charset UTF_32 = Charset.forName("UTF-32BE");

    private final byte[] buffer;
    private final int tag;
    private final int at;
    private final int start;
    private final int end;
    private @Nullable List<Element> children;

    private Element(byte[] buffer, int tag, int at, int start, int end) {
        this.buffer = buffer;
        this.tag = tag;
        this.at = at;
        this.start = start;
        this.end = end;
    }

    /** The single element that fills {@code der}; the caller gives the array away. */
    static Element root(byte[] der) throws MalformedException {
        Element root = read(der, 0, der.length);
        if (root.end != der.length) {
            throw new MalformedException((der.length - root.end) + " bytes follow the element", "offset " + root.end);
        }
        return root;
    }

    private static Element read(byte[] b, int at, int limit) throws MalformedException {
        if (limit - at < 2) {
            throw new MalformedException("the bytes end in the middle of an element", "offset " + at);
        }
        int tag = b[at] & 0xFF;
        int p = at + 1;
        if ((tag & 0x1F) == 0x1F) {
            while (p < limit && b[p] < 0) {
                p++;
            }
            p++;
            if (p >= limit) {
                throw new MalformedException("the bytes end in the middle of an element", "offset " + at);
            }
        }
        int length = b[p++] & 0xFF;
        if (length >= 0x80) {
            int octets = length & 0x7F;
            if (octets == 0 || octets > 4 || octets > limit - p || b[p] == 0) {
                throw new MalformedException("a length that is not DER", "offset " + (p - 1));
            }
            long value = 0;
            for (int i = 0; i < octets; i++) {
                value = (value << 8) | (b[p++] & 0xFF);
            }
            if (value < 0x80 || value > Integer.MAX_VALUE) {
                throw new MalformedException("a length that is not DER", "offset " + (p - octets - 1));
            }
            length = (int) value;
        }
        if (length > limit - p) {
            throw new MalformedException("an element is longer than what is around it", "offset " + at);
        }
        return new Element(b, tag, at, p, p + length);
    }

    /** The identifier octet. */
    public int tag() {
        return tag;
    }

    /** Whether the identifier octet is this one. */
    public boolean is(int expected) {
        return tag == expected;
    }

    /** Whether the content is a series of elements. */
    public boolean isConstructed() {
        return (tag & 0x20) != 0;
    }

    /** The number of content octets. */
    public int length() {
        return end - start;
    }

    /** The number of octets with tag and length. */
    public int encodedLength() {
        return end - at;
    }

    /** One content octet, 0 to 255. */
    public int octet(int index) {
        return buffer[start + index] & 0xFF;
    }

    /** A copy of the content octets. */
    public byte[] content() {
        return Arrays.copyOfRange(buffer, start, end);
    }

    /** The elements inside. */
    public List<Element> children() throws MalformedException {
        List<Element> known = children;
        if (known == null) {
            known = elements(start);
            children = known;
        }
        return known;
    }

    /** The elements inside, none where they cannot be read. */
    public List<Element> childrenOrNone() {
        try {
            return children();
        } catch (MalformedException e) {
            return List.of();
        }
    }

    /** The single element inside an OCTET STRING, a BIT STRING's octets from {@code skip} on, or an EXPLICIT tag. */
    public Element inside(int skip) throws MalformedException {
        if (skip > length()) {
            throw new MalformedException("there is nothing inside", "offset " + at);
        }
        Element only = read(buffer, start + skip, end);
        if (only.end != end) {
            throw new MalformedException((end - only.end) + " bytes follow the value", "offset " + only.end);
        }
        return only;
    }

    private List<Element> elements(int from) throws MalformedException {
        List<Element> list = new ArrayList<>(6);
        int p = from;
        while (p < end) {
            Element next = read(buffer, p, end);
            list.add(next);
            p = next.end;
        }
        return list;
    }

    /** The first element inside. */
    Element firstInside() throws MalformedException {
        return read(buffer, start, end);
    }

    /** The element behind this one inside {@code parent}, null at the parent's end. */
    @Nullable
    Element nextInside(Element parent) throws MalformedException {
        return end == parent.end ? null : read(buffer, end, parent.end);
    }

    /** The content as an integer, with sign. */
    public BigInteger integer() throws MalformedException {
        if (length() == 0) {
            throw new MalformedException("an INTEGER without octets", "offset " + at);
        }
        return new BigInteger(buffer, start, length());
    }

    /** The content as a dotted object identifier. */
    public String oid() throws MalformedException {
        if (length() == 0 || buffer[end - 1] < 0) {
            throw new MalformedException("an OBJECT IDENTIFIER that breaks off", "offset " + at);
        }
        StringBuilder text = new StringBuilder(24);
        long arc = 0;
        boolean first = true;
        for (int i = start; i < end; i++) {
            if (arc > Long.MAX_VALUE >> 8) {
                throw new MalformedException("an arc of an OBJECT IDENTIFIER beyond 56 bits", "offset " + at);
            }
            arc = (arc << 7) | (buffer[i] & 0x7F);
            if (buffer[i] >= 0) {
                if (first) {
                    long root = Math.min(arc / 40, 2);
                    text.append(root).append('.').append(arc - 40 * root);
                    first = false;
                } else {
                    text.append('.').append(arc);
                }
                arc = 0;
            }
        }
        return text.toString();
    }

    /** The content as text in the character set of the tag; of an implicitly tagged string as Latin-1. */
    public String text() {
        Charset charset = switch (tag) {
            case Tag.UTF8_STRING -> StandardCharsets.UTF_8;
            case Tag.BMP_STRING -> StandardCharsets.UTF_16BE;
            case Tag.UNIVERSAL_STRING -> UTF_32;
            default -> StandardCharsets.ISO_8859_1;
        };
        return new String(buffer, start, length(), charset);
    }

    /** The content as UTF-8, whatever the tag says. */
    public String utf8() {
        return new String(buffer, start, length(), StandardCharsets.UTF_8);
    }

    /** Whether every content octet is in the 7-bit set of IA5String. */
    public boolean isAscii() {
        for (int i = start; i < end; i++) {
            if (buffer[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether tag, length and content are the same octets. */
    public boolean sameBytes(Element other) {
        return Arrays.equals(buffer, at, end, other.buffer, other.at, other.end);
    }

    /** Whether the content is the same octets. */
    public boolean sameContent(Element other) {
        return Arrays.equals(buffer, start, end, other.buffer, other.start, other.end);
    }

    /** The order of the encoded octets that DER wants in a SET OF (X.690 section 11.6). */
    public int compareEncoded(Element other) {
        return Arrays.compareUnsigned(buffer, at, end, other.buffer, other.at, other.end);
    }

    /** The offset of the tag, for messages. */
    public int offset() {
        return at;
    }
}
