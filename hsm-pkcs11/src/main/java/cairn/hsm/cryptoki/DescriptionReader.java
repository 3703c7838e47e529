package cairn.hsm.cryptoki;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/** Reads the structures that describe libraries, slots, tokens, mechanisms and sessions. */
final class DescriptionReader {
    private final Abi abi;
    private final Structs structs;

    DescriptionReader(FunctionTable table) {
        this.abi = table.abi;
        this.structs = table.structs;
    }

    Description.Library library(MemorySegment from) {
        Struct s = structs.info;
        return new Description.Library(
                version(from, s.offset(0)),
                text(from, s.offset(1), 32),
                text(from, s.offset(3), 32),
                version(from, s.offset(4)));
    }

    Description.Slot slot(MemorySegment from) {
        Struct s = structs.slotInfo;
        return new Description.Slot(
                text(from, s.offset(0), 64), text(from, s.offset(1), 32), abi.readUlong(from, s.offset(2)));
    }

    Description.Token token(MemorySegment from) {
        Struct s = structs.tokenInfo;
        return new Description.Token(
                text(from, s.offset(0), 32),
                text(from, s.offset(1), 32),
                text(from, s.offset(2), 16),
                text(from, s.offset(3), 16),
                version(from, s.offset(16)),
                abi.readUlong(from, s.offset(4)),
                abi.readUlong(from, s.offset(5)),
                abi.readUlong(from, s.offset(10)),
                abi.readUlong(from, s.offset(9)));
    }

    Description.Mechanism mechanism(MemorySegment from) {
        Struct s = structs.mechanismInfo;
        return new Description.Mechanism(
                abi.readUlong(from, s.offset(0)), abi.readUlong(from, s.offset(1)), abi.readUlong(from, s.offset(2)));
    }

    Description.Session session(MemorySegment from) {
        Struct s = structs.sessionInfo;
        return new Description.Session(
                abi.readUlong(from, s.offset(0)),
                abi.readUlong(from, s.offset(1)),
                abi.readUlong(from, s.offset(2)),
                abi.readUlong(from, s.offset(3)));
    }

    private static String version(MemorySegment from, long offset) {
        return Byte.toUnsignedInt(from.get(ValueLayout.JAVA_BYTE, offset)) + "."
                + Byte.toUnsignedInt(from.get(ValueLayout.JAVA_BYTE, offset + 1));
    }

    /** Padded with blanks by the standard; some libraries end the text with a zero octet instead. */
    private static String text(MemorySegment from, long offset, int length) {
        byte[] octets = from.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
        String text = new String(octets, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }
}
