package cairn.hsm.cryptoki;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

/** Makes downcall handles from shapes such as {@code UPU}: CK_ULONG, pointer, CK_ULONG. All return a CK_RV. */
final class CallShape {
    private CallShape() {}

    /** For libraries whose CK_ULONG has 64 bits. */
    static MethodHandle wide(String shape) {
        return handle(shape, ValueLayout.JAVA_LONG);
    }

    /** For libraries whose CK_ULONG has 32 bits; takes and returns {@code long} all the same. */
    static MethodHandle narrow(String shape) {
        MethodHandle exact = handle(shape, ValueLayout.JAVA_INT);
        try {
            MethodHandle unsigned = MethodHandles.publicLookup()
                    .findStatic(Integer.class, "toUnsignedLong", MethodType.methodType(long.class, int.class));
            return MethodHandles.explicitCastArguments(
                    MethodHandles.filterReturnValue(exact, unsigned), javaType(shape));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Integer.toUnsignedLong is public", e);
        }
    }

    @SuppressWarnings("restricted") // calling native code is what this package is for
    private static MethodHandle handle(String shape, MemoryLayout ulong) {
        MemoryLayout[] parameters = shape.chars()
                .mapToObj(parameter -> switch (parameter) {
                    case 'U' -> ulong;
                    case 'P' -> ValueLayout.ADDRESS;
                    case 'B' -> ValueLayout.JAVA_BYTE;
                    default -> throw new IllegalArgumentException("no such shape: " + shape);
                })
                .toArray(MemoryLayout[]::new);
        return Linker.nativeLinker().downcallHandle(FunctionDescriptor.of(ulong, parameters));
    }

    private static MethodType javaType(String shape) {
        List<Class<?>> types = new ArrayList<>(List.of(MemorySegment.class));
        for (int i = 0; i < shape.length(); i++) {
            types.add(
                    switch (shape.charAt(i)) {
                        case 'U' -> long.class;
                        case 'P' -> MemorySegment.class;
                        default -> byte.class;
                    });
        }
        return MethodType.methodType(long.class, types);
    }
}
