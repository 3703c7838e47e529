package cairn.testkit.pkcs11;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/** Calls a function list as a program in C would: places counted by hand, no code shared with the module. */
final class CProgram {
    private final boolean windows;
    private final MemorySegment list;
    private final Arena arena;

    CProgram(boolean windows, MemorySegment list, Arena arena) {
        this.windows = windows;
        this.list = list;
        this.arena = arena;
    }

    /** Calls the function at a place of CK_FUNCTION_LIST; a Long is a CK_ULONG, a Byte a CK_BBOOL. */
    @SuppressWarnings("restricted") // this is what is tested
    long call(int place, Object... arguments) {
        MemorySegment function =
                list.reinterpret(900).get(ValueLayout.ADDRESS_UNALIGNED, (windows ? 2L : 8L) + 8L * place);
        List<MemoryLayout> layouts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (Object argument : arguments) {
            if (argument instanceof Long number) {
                layouts.add(windows ? ValueLayout.JAVA_INT : ValueLayout.JAVA_LONG);
                values.add(windows ? (Object) number.intValue() : number);
            } else {
                layouts.add(argument instanceof Byte ? ValueLayout.JAVA_BYTE : ValueLayout.ADDRESS);
                values.add(argument);
            }
        }
        MethodHandle handle = Linker.nativeLinker()
                .downcallHandle(
                        function,
                        FunctionDescriptor.of(
                                windows ? ValueLayout.JAVA_INT : ValueLayout.JAVA_LONG,
                                layouts.toArray(MemoryLayout[]::new)));
        try {
            Object returned = handle.invokeWithArguments(values);
            return returned instanceof Integer narrow ? Integer.toUnsignedLong(narrow) : (Long) returned;
        } catch (Throwable e) {
            throw new AssertionError("a C function does not throw", e);
        }
    }

    MemorySegment room(long size) {
        return arena.allocate(size, 8);
    }

    MemorySegment octets(byte... octets) {
        MemorySegment segment = room(Math.max(1, octets.length));
        MemorySegment.copy(octets, 0, segment, ValueLayout.JAVA_BYTE, 0, octets.length);
        return segment;
    }

    MemorySegment ulong(long value) {
        MemorySegment segment = room(8);
        put(segment, 0, value);
        return segment;
    }

    long get(MemorySegment segment, long offset) {
        return windows
                ? Integer.toUnsignedLong(segment.get(ValueLayout.JAVA_INT_UNALIGNED, offset))
                : segment.get(ValueLayout.JAVA_LONG_UNALIGNED, offset);
    }

    void put(MemorySegment segment, long offset, long value) {
        if (windows) {
            segment.set(ValueLayout.JAVA_INT_UNALIGNED, offset, (int) value);
        } else {
            segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset, value);
        }
    }

    /** CK_MECHANISM without a parameter: 24 octets, on Windows 16. */
    MemorySegment mechanism(long type) {
        MemorySegment mechanism = room(24);
        put(mechanism, 0, type);
        return mechanism;
    }

    /** CK_ATTRIBUTE after CK_ATTRIBUTE; type, value, type, value. */
    MemorySegment template(Object... typesAndValues) {
        long stride = windows ? 16 : 24;
        MemorySegment template = room(stride * typesAndValues.length / 2);
        for (int i = 0; i < typesAndValues.length / 2; i++) {
            byte[] value = (byte[]) typesAndValues[2 * i + 1];
            put(template, i * stride, (Long) typesAndValues[2 * i]);
            template.set(ValueLayout.ADDRESS_UNALIGNED, i * stride + (windows ? 4 : 8), octets(value));
            put(template, i * stride + (windows ? 12 : 16), value.length);
        }
        return template;
    }
}
