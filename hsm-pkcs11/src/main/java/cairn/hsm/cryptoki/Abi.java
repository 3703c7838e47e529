package cairn.hsm.cryptoki;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;

/**
 * How a library was compiled: the size of CK_ULONG and the packing of structures. PKCS#11 leaves both to the platform;
 * pointers have 8 octets on every platform that Cairn supports.
 *
 * @param ulongBytes 8 where {@code unsigned long} has 64 bits (POSIX LP64), 4 on Windows
 * @param pack the largest alignment of a member: 8 is natural, 1 is {@code #pragma pack(1)} as on Windows
 */
public record Abi(int ulongBytes, int pack) {
    /** Linux and macOS, 64 bits. */
    public static final Abi POSIX = new Abi(8, 8);

    /** Windows, 64 bits: CK_ULONG of 32 bits, structures without padding. */
    public static final Abi WINDOWS = new Abi(4, 1);

    /** CK_UNAVAILABLE_INFORMATION, whatever the size of CK_ULONG. */
    public static final long UNAVAILABLE = -1L;

    static final int POINTER_BYTES = 8;

    /** Refuses what no platform has. */
    public Abi {
        if ((ulongBytes != 4 && ulongBytes != 8) || (pack != 1 && pack != 8)) {
            throw new IllegalArgumentException("no platform has CK_ULONG of " + ulongBytes + " octets, packed " + pack);
        }
    }

    /** What libraries of the platform this runs on use. */
    public static Abi ofPlatform() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows") ? WINDOWS : POSIX;
    }

    /** The CK_ULONG at {@code offset}; {@link #UNAVAILABLE} if all its bits are set. */
    public long readUlong(MemorySegment segment, long offset) {
        if (ulongBytes == 8) {
            return segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset);
        }
        int value = segment.get(ValueLayout.JAVA_INT_UNALIGNED, offset);
        return value == -1 ? UNAVAILABLE : Integer.toUnsignedLong(value);
    }

    /** Writes a CK_ULONG. */
    public void writeUlong(MemorySegment segment, long offset, long value) {
        if (ulongBytes == 8) {
            segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset, value);
        } else {
            segment.set(ValueLayout.JAVA_INT_UNALIGNED, offset, (int) value);
        }
    }

    /** Writes a pointer. */
    public void writePointer(MemorySegment segment, long offset, MemorySegment target) {
        segment.set(ValueLayout.ADDRESS_UNALIGNED, offset, target);
    }

    /** The pointer at {@code offset}, of size zero. */
    public MemorySegment readPointer(MemorySegment segment, long offset) {
        return segment.get(ValueLayout.ADDRESS_UNALIGNED, offset);
    }
}
