package cairn.hsm.library;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A function list of version 2.40 that has C_Initialize and C_Finalize, which do nothing, and no other function. */
final class MinimalModule {
    private MinimalModule() {}

    @SuppressWarnings("restricted")
    static MemorySegment posix() throws ReflectiveOperationException {
        MemorySegment list = Arena.global().allocate(8 + 68 * 8L);
        list.set(ValueLayout.JAVA_BYTE, 0, (byte) 2);
        list.set(ValueLayout.JAVA_BYTE, 1, (byte) 40);
        MethodHandle ok = MethodHandles.lookup()
                .findStatic(MinimalModule.class, "ok", MethodType.methodType(long.class, MemorySegment.class));
        MemorySegment stub = Linker.nativeLinker()
                .upcallStub(ok, FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS), Arena.global());
        list.set(ValueLayout.ADDRESS, 8, stub);
        list.set(ValueLayout.ADDRESS, 16, stub);
        return list;
    }

    @SuppressWarnings("unused") // by handle
    private static long ok(MemorySegment ignored) {
        return 0;
    }
}
