package cairn.ca.x509;

/** Checks a GeneralName (RFC 5280 section 4.2.1.6) and the address ranges of name constraints (4.2.1.10). */
final class GeneralNameStructure {
    private GeneralNameStructure() {}

    /** Checks names to the end of the reader; refuses none at all. */
    static void names(DerReader names, String what) throws MalformedException {
        if (!names.hasMore()) {
            throw names.malformed(what + " is empty");
        }
        while (names.hasMore()) {
            name(names, what, false);
        }
    }

    /** Goes behind one name; an address is a range with a mask where {@code range} is set. */
    static void name(DerReader reader, String what, boolean range) throws MalformedException {
        int tag = reader.tag();
        switch (tag) {
            case 0xA0 -> other(reader.enter(tag, "otherName of " + what));
            case 0x81, 0x82, 0x86 -> {
                DerReader text = reader.enter(tag, "a name of " + what);
                if (!NameStructure.isAscii(text.rest())) {
                    throw text.malformed("a name of " + what + " has octets that are not ASCII");
                }
            }
            case 0xA3, 0xA5 -> reader.skip("a name of " + what);
            case 0xA4 -> {
                DerReader explicit = reader.enter(tag, "directoryName of " + what);
                NameStructure.check(explicit, "directoryName of " + what);
                explicit.finish();
            }
            case 0x87 -> address(reader.enter(tag, "iPAddress of " + what), range);
            case 0x88 -> reader.oid(tag, "registeredID of " + what);
            default -> throw reader.malformed(String.format("%s has a name of unknown form %02X", what, tag));
        }
    }

    private static void other(DerReader name) throws MalformedException {
        name.oid("the type of an otherName");
        DerReader value = name.enter(DerReader.contextConstructed(0), "the value of an otherName");
        value.skip("the value of an otherName");
        value.finish();
        name.finish();
    }

    private static void address(DerReader reader, boolean range) throws MalformedException {
        byte[] octets = reader.rest();
        int expected = range ? 8 : 4;
        if (octets.length != expected && octets.length != 4 * expected) {
            throw reader.malformed(
                    "iPAddress has " + octets.length + " octets instead of " + expected + " or " + 4 * expected);
        }
        if (range && !isPrefixMask(octets)) {
            throw reader.malformed("iPAddress has a mask with a gap");
        }
    }

    private static boolean isPrefixMask(byte[] octets) {
        boolean zeros = false;
        for (int bit = octets.length * 4; bit < octets.length * 8; bit++) {
            boolean set = (octets[bit / 8] & 0x80 >> bit % 8) != 0;
            if (set && zeros) {
                return false;
            }
            zeros |= !set;
        }
        return true;
    }
}
