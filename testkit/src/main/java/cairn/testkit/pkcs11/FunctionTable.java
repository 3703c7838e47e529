package cairn.testkit.pkcs11;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The C side: one stub a function, and the lists that hold their addresses. All of it stays valid as long as a
 * reference to one of the segments exists.
 */
final class FunctionTable {
    private static final int MOST_POINTERS = 105;

    private final NativeLayout layout;
    private final Arena arena = Arena.ofAuto();
    private final Map<Function, MemorySegment> stubs = new EnumMap<>(Function.class);

    FunctionTable(NativeLayout layout, Dispatcher dispatcher) {
        this.layout = layout;
        try {
            MethodHandle entry = MethodHandles.lookup()
                    .findVirtual(
                            Dispatcher.class, "call", MethodType.methodType(long.class, Function.class, Object[].class))
                    .bindTo(dispatcher);
            for (Function function : Function.values()) {
                stubs.put(function, stub(function, entry.bindTo(function)));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the dispatcher has this method", e);
        }
    }

    /** A CK_FUNCTION_LIST with the first {@code count} functions. */
    MemorySegment list(int major, int minor, int count) {
        MemorySegment list = arena.allocate((long) MOST_POINTERS * NativeLayout.POINTER, NativeLayout.POINTER);
        StructCursor cursor = new StructCursor(layout, list).putVersion(major, minor);
        for (Function function : List.of(Function.values()).subList(0, count)) {
            cursor.putPointer(stub(function));
        }
        return list.asSlice(0, cursor.offset());
    }

    /** Room for a structure of the module's own. */
    MemorySegment allocate(long size) {
        return arena.allocate(size, NativeLayout.POINTER);
    }

    /** A text with a zero at the end. */
    MemorySegment text(String text) {
        return arena.allocateFrom(text);
    }

    /** The address of a function. */
    MemorySegment stub(Function function) {
        MemorySegment stub = stubs.get(function);
        if (stub == null) {
            throw new IllegalStateException("no stub for " + function);
        }
        return stub;
    }

    @SuppressWarnings("restricted") // the caller is native code, or pretends to be
    private MemorySegment stub(Function function, MethodHandle handle) {
        List<MemoryLayout> layouts = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (char parameter : function.parameters().toCharArray()) {
            switch (parameter) {
                case 'U' -> {
                    layouts.add(layout.ulongArgument());
                    types.add(layout.ulongType());
                }
                case 'P' -> {
                    layouts.add(ValueLayout.ADDRESS);
                    types.add(MemorySegment.class);
                }
                case 'B' -> {
                    layouts.add(ValueLayout.JAVA_BYTE);
                    types.add(byte.class);
                }
                default -> throw new IllegalStateException("no such parameter: " + parameter);
            }
        }
        MethodHandle typed = MethodHandles.explicitCastArguments(
                handle.asCollector(Object[].class, types.size()), MethodType.methodType(layout.ulongType(), types));
        return Linker.nativeLinker()
                .upcallStub(
                        typed,
                        FunctionDescriptor.of(layout.ulongArgument(), layouts.toArray(MemoryLayout[]::new)),
                        arena);
    }
}
