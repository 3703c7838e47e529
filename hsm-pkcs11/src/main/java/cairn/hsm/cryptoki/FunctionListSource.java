package cairn.hsm.cryptoki;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;

/** Where the functions of a PKCS#11 library come from, and how it was compiled. */
public sealed interface FunctionListSource {
    /** How the library was compiled. */
    Abi abi();

    /** What to call it in messages: the path of a file, or a given name. */
    String name();

    /**
     * A library in a file. {@code C_GetInterface} is preferred if the file exports it, else {@code
     * C_GetFunctionList} is used. A loaded library stays loaded until the process ends: many crash when unloaded.
     */
    record LibraryFile(Path path, Abi abi) implements FunctionListSource {
        /** A library that was compiled for this platform. */
        public LibraryFile(Path path) {
            this(path, Abi.ofPlatform());
        }

        @Override
        public String name() {
            return path.toString();
        }
    }

    /** Like a library file, its exported functions found by {@code symbols} instead of a loader. */
    record Exports(String name, SymbolLookup symbols, Abi abi) implements FunctionListSource {}

    /**
     * A CK_FUNCTION_LIST in memory, which must stay valid as long as the module is used. The version in its first two
     * octets says how long it is: 68 pointers for 2.x, 92 for 3.0 and 3.1, 104 for 3.2. Null pointers are functions
     * that the module does not have.
     */
    record InMemory(String name, MemorySegment functionList, Abi abi) implements FunctionListSource {}
}
