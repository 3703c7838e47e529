package cairn.ca.x509;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Checks a Name and the strings in it (RFC 5280 section 4.1.2.4). */
final class NameStructure {
    private static final int UTF8 = 0x0C;
    private static final int NUMERIC = 0x12;
    private static final int PRINTABLE = 0x13;
    private static final int IA5 = 0x16;
    private static final int VISIBLE = 0x1A;
    private static final int UNIVERSAL = 0x1C;
    private static final int BMP = 0x1E;

    private NameStructure() {}

    /** Goes behind the name that stands next. */
    static void check(DerReader reader, String what) throws MalformedException {
        inside(reader.enter(DerReader.SEQUENCE, what), what);
    }

    /** Goes behind the name that stands next; whatever stands in its strings is left to a rule that can name it. */
    static void checkForm(DerReader reader, String what) throws MalformedException {
        DerReader name = reader.enter(DerReader.SEQUENCE, what);
        while (name.hasMore()) {
            relative(name.enter(DerReader.SET, "a relative name of " + what), what, false);
        }
    }

    /** Checks the content of the SEQUENCE of a name. */
    static void inside(DerReader name, String what) throws MalformedException {
        while (name.hasMore()) {
            relative(name.enter(DerReader.SET, "a relative name of " + what), what);
        }
    }

    /** Checks the content of the SET of a relative distinguished name. */
    static void relative(DerReader set, String what) throws MalformedException {
        relative(set, what, true);
    }

    private static void relative(DerReader set, String what, boolean strings) throws MalformedException {
        if (!set.hasMore()) {
            throw set.malformed("a relative name of " + what + " is empty");
        }
        while (set.hasMore()) {
            DerReader attribute = set.enter(DerReader.SEQUENCE, "an attribute of " + what);
            String type = attribute.oid("the type of an attribute of " + what);
            if (strings) {
                string(attribute, "attribute " + type + " of " + what);
            } else {
                attribute.skip("the value of attribute " + type + " of " + what);
            }
            attribute.finish();
        }
    }

    private static void string(DerReader reader, String what) throws MalformedException {
        int tag = reader.tag();
        if (tag < 0) {
            throw reader.malformed(what + " has no value");
        }
        DerReader place = reader.enter(tag, what);
        byte[] octets = place.rest();
        boolean good = switch (tag) {
            case UTF8 -> isUtf8(octets);
            case IA5, VISIBLE, PRINTABLE, NUMERIC -> isAscii(octets);
            case BMP -> octets.length % 2 == 0;
            case UNIVERSAL -> octets.length % 4 == 0;
            default -> true;
        };
        if (!good) {
            throw place.malformed(what + " has octets that its string type does not allow");
        }
    }

    static boolean isAscii(byte[] octets) {
        for (byte octet : octets) {
            if (octet < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] octets) {
        if (isAscii(octets)) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
