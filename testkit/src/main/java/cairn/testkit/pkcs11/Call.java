package cairn.testkit.pkcs11;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** One call from outside: its arguments, counted from zero, and the memory they point to. */
final class Call {
    private final NativeLayout layout;
    private final List<Object> arguments;

    Call(NativeLayout layout, List<Object> arguments) {
        this.layout = layout;
        this.arguments = arguments;
    }

    NativeLayout layout() {
        return layout;
    }

    long ulong(int index) {
        Object argument = arguments.get(index);
        return argument instanceof Integer narrow ? Integer.toUnsignedLong(narrow) : (Long) argument;
    }

    boolean flag(int index) {
        return (Byte) arguments.get(index) != 0;
    }

    MemorySegment pointer(int index) {
        return (MemorySegment) arguments.get(index);
    }

    boolean isNull(int index) {
        return Memory.isNull(pointer(index));
    }

    /** A pointer that must lead somewhere. */
    MemorySegment target(int index) throws RefusedException {
        if (isNull(index)) {
            throw new RefusedException(Pkcs11.CKR_ARGUMENTS_BAD);
        }
        return pointer(index);
    }

    /** The octets of a pointer and a length; none if the pointer is null. */
    byte[] bytes(int pointer, int length) {
        return Memory.bytes(pointer(pointer), ulong(length));
    }

    /** The structure that a pointer leads to. */
    StructCursor struct(int index) throws RefusedException {
        return new StructCursor(layout, Memory.from(target(index)));
    }

    long ulongAt(int index) throws RefusedException {
        return layout.readUlong(Memory.from(target(index)), 0);
    }

    void putUlong(int index, long value) throws RefusedException {
        layout.writeUlong(Memory.from(target(index)), 0, value);
    }

    /** Answers with a list of CK_ULONG by the convention of section 5.2: null asks for the count alone. */
    void answer(int list, int count, List<Long> values) throws RefusedException {
        long room = ulongAt(count);
        putUlong(count, values.size());
        if (isNull(list)) {
            return;
        }
        if (room < values.size()) {
            throw new RefusedException(Pkcs11.CKR_BUFFER_TOO_SMALL);
        }
        for (int i = 0; i < values.size(); i++) {
            layout.writeUlong(Memory.from(pointer(list)), (long) i * layout.ulong(), values.get(i));
        }
    }
}
