package cairn.testkit.pkcs11;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.Map;

/** An array of CK_ATTRIBUTE in the caller's memory. */
final class Template {
    private static final long MOST = 256;

    private final NativeLayout layout;
    private final MemorySegment memory;
    private final int count;
    private final long stride;
    private final long valueOffset;
    private final long lengthOffset;

    private Template(NativeLayout layout, MemorySegment memory, int count) {
        this.layout = layout;
        this.memory = memory;
        this.count = count;
        valueOffset = layout.align(layout.ulong(), NativeLayout.POINTER);
        lengthOffset = layout.align(valueOffset + NativeLayout.POINTER, layout.ulong());
        stride = layout.align(lengthOffset + layout.ulong(), NativeLayout.POINTER);
    }

    static Template of(Call call, int pointer, int count) throws RefusedException {
        long attributes = call.ulong(count);
        if (attributes > MOST) {
            throw new RefusedException(Pkcs11.CKR_ARGUMENTS_BAD);
        }
        MemorySegment memory = attributes == 0 ? MemorySegment.NULL : Memory.from(call.target(pointer));
        return new Template(call.layout(), memory, (int) attributes);
    }

    int count() {
        return count;
    }

    long type(int index) {
        return layout.readUlong(memory, index * stride);
    }

    MemorySegment pointer(int index) {
        return memory.get(ValueLayout.ADDRESS_UNALIGNED, index * stride + valueOffset);
    }

    long length(int index) {
        return layout.readUlong(memory, index * stride + lengthOffset);
    }

    void setLength(int index, long length) {
        layout.writeUlong(memory, index * stride + lengthOffset, length);
    }

    /** All of it, by type; the values as they stand there. */
    Map<Long, byte[]> attributes() throws RefusedException {
        Map<Long, byte[]> found = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            if (found.put(type(i), Memory.bytes(pointer(i), length(i))) != null) {
                throw new RefusedException(Pkcs11.CKR_ATTRIBUTE_VALUE_INVALID);
            }
        }
        return found;
    }
}
