package cairn.testkit.pkcs11;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** How the module pretends to have been compiled. */
public enum NativeLayout {
    /** {@code unsigned long} of 64 bits, members naturally aligned. */
    POSIX(8, false),
    /** {@code unsigned long} of 32 bits and {@code #pragma pack(push, cryptoki, 1)}. */
    WINDOWS(4, true);

    static final int POINTER = 8;

    private final int ulong;
    private final boolean packed;

    NativeLayout(int ulong, boolean packed) {
        this.ulong = ulong;
        this.packed = packed;
    }

    /** sizeof(CK_ULONG). */
    int ulong() {
        return ulong;
    }

    /** The next place at or after {@code offset} for a member of {@code size} octets. */
    long align(long offset, int size) {
        return packed ? offset : (offset + size - 1) / size * size;
    }

    /** What a CK_ULONG is in a function's signature. */
    MemoryLayout ulongArgument() {
        return ulong == 8 ? ValueLayout.JAVA_LONG : ValueLayout.JAVA_INT;
    }

    /** The Java type of a CK_ULONG in a function's signature. */
    Class<?> ulongType() {
        return ulong == 8 ? long.class : int.class;
    }

    long readUlong(MemorySegment segment, long offset) {
        return ulong == 8
                ? segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset)
                : Integer.toUnsignedLong(segment.get(ValueLayout.JAVA_INT_UNALIGNED, offset));
    }

    void writeUlong(MemorySegment segment, long offset, long value) {
        if (ulong == 8) {
            segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset, value);
        } else {
            segment.set(ValueLayout.JAVA_INT_UNALIGNED, offset, (int) value);
        }
    }

    /** The octets of a CK_ULONG as they stand in an attribute value. */
    byte[] ulongBytes(long value) {
        byte[] octets = new byte[ulong];
        writeUlong(MemorySegment.ofArray(octets), 0, value);
        return octets;
    }

    /** The CK_ULONG that an attribute value holds. */
    long ulongOf(byte[] value) throws RefusedException {
        if (value.length != ulong) {
            throw new RefusedException(Pkcs11.CKR_ATTRIBUTE_VALUE_INVALID);
        }
        return readUlong(MemorySegment.ofArray(value), 0);
    }
}
