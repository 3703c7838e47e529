package cairn.hsm.cryptoki;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The function pointers of a library. */
final class FunctionTable {
    private static final String STANDARD_INTERFACE = "PKCS 11";
    private static final List<byte[]> WANTED = List.of(new byte[] {3, 2}, new byte[] {3, 0});

    final Abi abi;
    final Structs structs;
    final Downcalls calls;
    private final String version;
    private final Map<CryptokiFunction, MemorySegment> pointers = new EnumMap<>(CryptokiFunction.class);

    private FunctionTable(Abi abi, MemorySegment list) throws LibraryLoadException {
        this.abi = abi;
        this.structs = new Structs(abi);
        this.calls = new Downcalls(abi);
        MemorySegment head = sized(list, 2);
        int major = head.get(ValueLayout.JAVA_BYTE, 0);
        int minor = head.get(ValueLayout.JAVA_BYTE, 1);
        // openCryptoki says 2.1 and means 2.40, so the minor number of 2.x is not looked at.
        if (major < 2 || major > 3) {
            throw new LibraryLoadException("its function list has version " + major + "." + minor + ", not 2 or 3");
        }
        this.version = major + "." + minor;
        int length = CryptokiFunction.listLength(major, minor);
        long first = structs.functionListHead.offset(1);
        MemorySegment all = sized(list, first + (long) length * Abi.POINTER_BYTES);
        for (CryptokiFunction function : CryptokiFunction.values()) {
            if (function.index() < length) {
                MemorySegment pointer = abi.readPointer(all, first + (long) function.index() * Abi.POINTER_BYTES);
                if (pointer.address() != 0) {
                    pointers.put(function, pointer);
                }
            }
        }
    }

    static FunctionTable load(FunctionListSource source) throws LibraryLoadException {
        return switch (source) {
            case FunctionListSource.LibraryFile file -> fromExports(symbols(file), file.abi());
            case FunctionListSource.Exports exports -> fromExports(exports.symbols(), exports.abi());
            case FunctionListSource.InMemory memory -> new FunctionTable(memory.abi(), memory.functionList());
        };
    }

    @SuppressWarnings("restricted") // loading the library is the purpose
    private static SymbolLookup symbols(FunctionListSource.LibraryFile file) throws LibraryLoadException {
        try {
            return SymbolLookup.libraryLookup(file.path(), Arena.global());
        } catch (IllegalArgumentException e) {
            throw new LibraryLoadException(
                    "it cannot be loaded: "
                            + (Files.notExists(file.path())
                                    ? "there is no such file"
                                    : "it may not be read, is no library for this machine, or needs another library"),
                    e);
        }
    }

    private static FunctionTable fromExports(SymbolLookup symbols, Abi abi) throws LibraryLoadException {
        Optional<MemorySegment> modern = symbols.find(CryptokiFunction.C_GetInterface.name());
        if (modern.isPresent()) {
            for (byte[] version : WANTED) {
                Optional<MemorySegment> list = interfaceList(modern.get(), version, abi);
                if (list.isPresent()) {
                    return new FunctionTable(abi, list.get());
                }
            }
        }
        MemorySegment getFunctionList = symbols.find(CryptokiFunction.C_GetFunctionList.name())
                .orElseThrow(() -> new LibraryLoadException("it does not export C_GetFunctionList"));
        return new FunctionTable(abi, functionList(getFunctionList, abi));
    }

    /** Asks for the standard interface in one version; empty if the library does not have it. */
    private static Optional<MemorySegment> interfaceList(MemorySegment getInterface, byte[] version, Abi abi) {
        Struct entry = new Structs(abi).interfaceEntry;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(STANDARD_INTERFACE, StandardCharsets.UTF_8);
            MemorySegment wanted = arena.allocateFrom(ValueLayout.JAVA_BYTE, version);
            MemorySegment answer = arena.allocate(ValueLayout.ADDRESS);
            long rv = new Downcalls(abi).pppu(getInterface, name, wanted, answer, 0);
            MemorySegment found = abi.readPointer(answer, 0);
            if (rv != ReturnValue.OK || found.address() == 0) {
                return Optional.empty();
            }
            MemorySegment list = abi.readPointer(sized(found, entry.size()), entry.offset(1));
            return list.address() == 0 ? Optional.empty() : Optional.of(list);
        }
    }

    private static MemorySegment functionList(MemorySegment getFunctionList, Abi abi) throws LibraryLoadException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment answer = arena.allocate(ValueLayout.ADDRESS);
            long rv = new Downcalls(abi).p(getFunctionList, answer);
            MemorySegment list = abi.readPointer(answer, 0);
            if (rv != ReturnValue.OK || list.address() == 0) {
                throw new LibraryLoadException("C_GetFunctionList returned " + ReturnValue.name(rv));
            }
            return list;
        }
    }

    /** The library says only where something starts; PKCS#11 says how long it is. */
    @SuppressWarnings("restricted")
    private static MemorySegment sized(MemorySegment pointer, long octets) {
        return pointer.byteSize() >= octets ? pointer : pointer.reinterpret(octets);
    }

    /** The version in the function list, such as {@code 2.40} or {@code 3.0}. */
    String version() {
        return version;
    }

    boolean has(CryptokiFunction function) {
        return pointers.containsKey(function);
    }

    /**
     * The pointer to call.
     *
     * @throws CryptokiException CKR_FUNCTION_NOT_SUPPORTED if the library has none
     */
    MemorySegment pointer(CryptokiFunction function) throws CryptokiException {
        MemorySegment pointer = pointers.get(function);
        if (pointer == null) {
            throw new CryptokiException(function, ReturnValue.FUNCTION_NOT_SUPPORTED);
        }
        return pointer;
    }

    /** Turns anything but CKR_OK into an exception. */
    static void check(CryptokiFunction function, long returnValue) throws CryptokiException {
        if (returnValue != ReturnValue.OK) {
            throw new CryptokiException(function, returnValue);
        }
    }
}
