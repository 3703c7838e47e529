package cairn.hsm.cryptoki;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One attribute of a template. */
public final class Attribute {
    private final long type;
    private final boolean isNumber;
    private final long number;
    private final byte[] octets;

    private Attribute(long type, boolean isNumber, long number, byte[] octets) {
        this.type = type;
        this.isNumber = isNumber;
        this.number = number;
        this.octets = octets;
    }

    /** A CK_BBOOL. */
    public static Attribute of(long type, boolean value) {
        return new Attribute(type, false, 0, new byte[] {(byte) (value ? 1 : 0)});
    }

    /** A CK_ULONG. */
    public static Attribute of(long type, long value) {
        return new Attribute(type, true, value, new byte[0]);
    }

    /** Octets as they are. */
    public static Attribute of(long type, byte[] value) {
        return new Attribute(type, false, 0, value.clone());
    }

    /** Text as UTF-8 without a final zero. */
    public static Attribute of(long type, String value) {
        return new Attribute(type, false, 0, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The CKA_ number. */
    public long type() {
        return type;
    }

    /** Writes a template as an array of CK_ATTRIBUTE. */
    static MemorySegment write(FunctionTable table, SegmentAllocator arena, List<Attribute> template) {
        Struct layout = table.structs.attribute;
        MemorySegment array = arena.allocate(Math.max(1, layout.size() * template.size()));
        long at = 0;
        for (Attribute attribute : template) {
            MemorySegment value = attribute.value(table.abi, arena);
            table.abi.writeUlong(array, at + layout.offset(0), attribute.type);
            table.abi.writePointer(array, at + layout.offset(1), value);
            table.abi.writeUlong(array, at + layout.offset(2), value.byteSize());
            at += layout.size();
        }
        return array;
    }

    private MemorySegment value(Abi abi, SegmentAllocator arena) {
        if (isNumber) {
            MemorySegment value = arena.allocate(abi.ulongBytes());
            abi.writeUlong(value, 0, number);
            return value;
        }
        return Memory.of(arena, octets);
    }

    @Override
    public String toString() {
        return Names.attribute(type);
    }
}
