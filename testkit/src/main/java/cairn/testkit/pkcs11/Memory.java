package cairn.testkit.pkcs11;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Memory that the caller of the module owns. */
final class Memory {
    /** As far as a structure or string may reach; the caller's pointers carry no size. */
    private static final long FAR = 1L << 20;

    private Memory() {}

    /** The {@code size} octets that a pointer leads to. */
    @SuppressWarnings("restricted") // a C module believes the sizes that it is told, and so does this one
    static MemorySegment at(MemorySegment pointer, long size) {
        return pointer.reinterpret(size);
    }

    /** What a pointer leads to, its size being unknown. */
    static MemorySegment from(MemorySegment pointer) {
        return at(pointer, FAR);
    }

    static boolean isNull(MemorySegment pointer) {
        return pointer.address() == 0;
    }

    static byte[] bytes(MemorySegment pointer, long size) {
        return isNull(pointer) ? new byte[0] : at(pointer, size).toArray(ValueLayout.JAVA_BYTE);
    }

    static void write(MemorySegment pointer, byte[] octets) {
        MemorySegment.copy(octets, 0, at(pointer, octets.length), ValueLayout.JAVA_BYTE, 0, octets.length);
    }
}
