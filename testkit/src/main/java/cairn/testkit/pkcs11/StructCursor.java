package cairn.testkit.pkcs11;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads or writes the members of a C structure in their order; alignment follows from the layout. */
final class StructCursor {
    private final NativeLayout layout;
    private final MemorySegment segment;
    private long offset;

    StructCursor(NativeLayout layout, MemorySegment segment) {
        this.layout = layout;
        this.segment = segment;
    }

    StructCursor putUlong(long value) {
        layout.writeUlong(segment, next(layout.ulong(), layout.ulong()), value);
        return this;
    }

    long ulong() {
        return layout.readUlong(segment, next(layout.ulong(), layout.ulong()));
    }

    StructCursor putPointer(MemorySegment target) {
        segment.set(ValueLayout.ADDRESS_UNALIGNED, next(NativeLayout.POINTER, NativeLayout.POINTER), target);
        return this;
    }

    MemorySegment pointer() {
        return segment.get(ValueLayout.ADDRESS_UNALIGNED, next(NativeLayout.POINTER, NativeLayout.POINTER));
    }

    /** CK_VERSION. */
    StructCursor putVersion(int major, int minor) {
        return putOctets(new byte[] {(byte) major, (byte) minor});
    }

    /** A text of fixed size, filled up with blanks and without a zero at the end. */
    StructCursor putText(String text, int size) {
        byte[] padded = new byte[size];
        Arrays.fill(padded, (byte) ' ');
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(utf8, 0, padded, 0, Math.min(size, utf8.length));
        return putOctets(padded);
    }

    /** How many octets have been passed. */
    long offset() {
        return offset;
    }

    private StructCursor putOctets(byte[] octets) {
        long at = next(octets.length, 1);
        MemorySegment.copy(octets, 0, segment, ValueLayout.JAVA_BYTE, at, octets.length);
        return this;
    }

    private long next(int size, int alignment) {
        long at = layout.align(offset, alignment);
        offset = at + size;
        return at;
    }
}
