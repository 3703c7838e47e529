package cairn.bench.signing;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/** The CK_FUNCTION_LIST of a library in a file. */
final class FunctionList {
    private FunctionList() {}

    /** Asks C_GetFunctionList; the library stays loaded. */
    @SuppressWarnings("restricted") // loads the library that is measured
    static MemorySegment of(Path library) {
        MemorySegment function = SymbolLookup.libraryLookup(library, Arena.global())
                .find("C_GetFunctionList")
                .orElseThrow(() -> new IllegalStateException(library + " is no PKCS#11 library"));
        FunctionDescriptor shape = FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment answer = arena.allocate(ValueLayout.ADDRESS);
            long status = (long) Linker.nativeLinker().downcallHandle(shape).invokeExact(function, answer);
            if (status != 0) {
                throw new IllegalStateException("C_GetFunctionList gave " + status);
            }
            return answer.get(ValueLayout.ADDRESS, 0);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("C_GetFunctionList cannot throw", e);
        }
    }
}
