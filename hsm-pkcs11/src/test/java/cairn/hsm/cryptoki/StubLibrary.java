package cairn.hsm.cryptoki;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A library of which a test writes just the functions that it needs, as native code sees them and in either layout: for
 * what crosses the border octet by octet, and for answers that no good library gives.
 */
public final class StubLibrary implements AutoCloseable {
    /** What a function does; the answer is its CK_RV. */
    public interface Stub {
        long perform(Call call) throws Exception;
    }

    private final Abi abi;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment list;
    private final List<CryptokiFunction> calls = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    /** Both layouts, for tests that hold for either. */
    static Stream<Abi> abis() {
        return Stream.of(Abi.POSIX, Abi.WINDOWS);
    }

    public StubLibrary(Abi abi) {
        this.abi = abi;
        list = arena.allocate(8 + 104 * 8L);
        list.set(ValueLayout.JAVA_BYTE, 0, (byte) 3);
        list.set(ValueLayout.JAVA_BYTE, 1, (byte) 2);
    }

    /** The binding over it. */
    public Cryptoki load() throws LibraryLoadException {
        return Cryptoki.load(source());
    }

    public FunctionListSource source() {
        return new FunctionListSource.InMemory("stub", list, abi);
    }

    /** The functions called so far, in order. */
    public List<CryptokiFunction> calls() {
        return List.copyOf(calls);
    }

    /** The function returns this and does nothing. */
    public StubLibrary answer(CryptokiFunction function, long returnValue) {
        return on(function, call -> returnValue);
    }

    /** The function does this. */
    @SuppressWarnings("restricted")
    public StubLibrary on(CryptokiFunction function, Stub stub) {
        MemoryLayout ulong = abi.ulongBytes() == 8 ? ValueLayout.JAVA_LONG : ValueLayout.JAVA_INT;
        MemoryLayout[] parameters = shape(function)
                .chars()
                .mapToObj(c -> c == 'U' ? ulong : c == 'P' ? ValueLayout.ADDRESS : ValueLayout.JAVA_BYTE)
                .toArray(MemoryLayout[]::new);
        FunctionDescriptor descriptor = FunctionDescriptor.of(ulong, parameters);
        try {
            MethodHandle target = MethodHandles.lookup()
                    .findVirtual(
                            StubLibrary.class,
                            "dispatch",
                            MethodType.methodType(long.class, CryptokiFunction.class, Stub.class, Object[].class));
            target = MethodHandles.insertArguments(target, 0, this, function, stub)
                    .asCollector(Object[].class, parameters.length);
            target = MethodHandles.explicitCastArguments(target, descriptor.toMethodType());
            long first = abi.pack() == 1 ? 2 : 8;
            list.set(
                    ValueLayout.ADDRESS_UNALIGNED,
                    first + 8L * function.index(),
                    Linker.nativeLinker().upcallStub(target, descriptor, arena));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    @SuppressWarnings("unused") // by handle
    private long dispatch(CryptokiFunction function, Stub stub, Object[] arguments) {
        calls.add(function);
        try {
            return stub.perform(new Call(abi, arguments));
        } catch (Throwable e) {
            // An exception that leaves an upcall ends the process; close() shows it instead.
            failures.add(e);
            return ReturnValue.HOST_MEMORY;
        }
    }

    /** The parameters as pkcs11f.h of PKCS#11 3.2 has them. */
    static String shape(CryptokiFunction function) {
        return switch (function) {
            case C_Initialize, C_Finalize, C_GetInfo, C_GetFunctionList -> "P";
            case C_GetSlotList -> "BPP";
            case C_CloseSession, C_CloseAllSessions, C_Logout, C_FindObjectsFinal -> "U";
            case C_GetSlotInfo, C_GetTokenInfo, C_GetSessionInfo -> "UP";
            case C_DestroyObject, C_SessionCancel -> "UU";
            case C_GetMechanismList, C_SignFinal -> "UPP";
            case C_GetMechanismInfo, C_GetSessionValidationFlags -> "UUP";
            case C_InitPIN,
                    C_SignInit,
                    C_SignUpdate,
                    C_VerifyInit,
                    C_DecryptInit,
                    C_FindObjectsInit,
                    C_GenerateRandom -> "UPU";
            case C_GetInterface -> "PPPU";
            case C_InitToken, C_CreateObject, C_FindObjects -> "UPUP";
            case C_Login, C_GetAttributeValue, C_SetAttributeValue -> "UUPU";
            case C_SetPIN, C_Verify -> "UPUPU";
            case C_OpenSession -> "UUPPP";
            case C_Sign, C_Decrypt -> "UPUPP";
            case C_GenerateKey -> "UPPUP";
            case C_WrapKey -> "UPUUPP";
            case C_LoginUser -> "UUPUPU";
            case C_GenerateKeyPair -> "UPPUPUPP";
            case C_UnwrapKey -> "UPUPUPUP";
        };
    }

    /** The arguments of one call. */
    public static final class Call {
        private final Abi abi;
        private final Object[] arguments;

        private Call(Abi abi, Object[] arguments) {
            this.abi = abi;
            this.arguments = arguments;
        }

        /** A CK_ULONG or CK_BBOOL. */
        public long number(int index) {
            return arguments[index] instanceof Integer small
                    ? Integer.toUnsignedLong(small)
                    : ((Number) arguments[index]).longValue();
        }

        public boolean isNull(int index) {
            return ((MemorySegment) arguments[index]).address() == 0;
        }

        @SuppressWarnings("restricted")
        public MemorySegment at(int index, long octets) {
            return ((MemorySegment) arguments[index]).reinterpret(octets);
        }

        public byte[] octets(int index, long length) {
            return at(index, length).toArray(ValueLayout.JAVA_BYTE);
        }

        public String text(int index, long length) {
            return new String(octets(index, length), StandardCharsets.UTF_8);
        }

        /** The CK_ULONG that the argument points to, or another behind it. */
        public long ulongAt(int index, int place) {
            return abi.readUlong(at(index, (place + 1L) * abi.ulongBytes()), (long) place * abi.ulongBytes());
        }

        public void putUlong(int index, int place, long value) {
            abi.writeUlong(at(index, (place + 1L) * abi.ulongBytes()), (long) place * abi.ulongBytes(), value);
        }

        public void put(int index, byte[] octets) {
            at(index, octets.length).copyFrom(MemorySegment.ofArray(octets));
        }

        /** CKR_OK and the octets, or CKR_BUFFER_TOO_SMALL, or the length alone (PKCS#11 section 5.2). */
        public long give(int out, int length, byte[] octets) {
            long room = ulongAt(length, 0);
            putUlong(length, 0, octets.length);
            if (isNull(out)) {
                return ReturnValue.OK;
            }
            if (room < octets.length) {
                return ReturnValue.BUFFER_TOO_SMALL;
            }
            put(out, octets);
            return ReturnValue.OK;
        }

        /** A template by type, in its order. */
        @SuppressWarnings("restricted")
        public Map<Long, byte[]> template(int index, long count) {
            Struct layout = new Structs(abi).attribute;
            MemorySegment array = at(index, layout.size() * count);
            Map<Long, byte[]> template = new LinkedHashMap<>();
            for (long i = 0; i < count; i++) {
                long start = i * layout.size();
                long length = abi.readUlong(array, start + layout.offset(2));
                byte[] value = abi.readPointer(array, start + layout.offset(1))
                        .reinterpret(length)
                        .toArray(ValueLayout.JAVA_BYTE);
                template.put(abi.readUlong(array, start), value);
            }
            return template;
        }

        /**
         * Answers C_GetAttributeValue as the standard says: lengths for NULL, values for room, a length of
         * CK_UNAVAILABLE_INFORMATION and CKR_ATTRIBUTE_TYPE_INVALID for what the object does not have.
         */
        @SuppressWarnings("restricted")
        public long giveAttributes(Map<Long, byte[]> object) {
            Struct layout = new Structs(abi).attribute;
            MemorySegment array = at(2, layout.size() * number(3));
            long rv = ReturnValue.OK;
            for (long start = 0; start < array.byteSize(); start += layout.size()) {
                byte[] value = object.get(abi.readUlong(array, start));
                MemorySegment room = abi.readPointer(array, start + layout.offset(1));
                if (value == null) {
                    abi.writeUlong(array, start + layout.offset(2), Abi.UNAVAILABLE);
                    rv = ReturnValue.ATTRIBUTE_TYPE_INVALID;
                } else {
                    if (room.address() != 0) {
                        room.reinterpret(value.length).copyFrom(MemorySegment.ofArray(value));
                    }
                    abi.writeUlong(array, start + layout.offset(2), value.length);
                }
            }
            return rv;
        }

        @Override
        public String toString() {
            return Arrays.toString(arguments);
        }
    }

    @Override
    public void close() {
        arena.close();
        if (!failures.isEmpty()) {
            throw new AssertionError("a stub failed", failures.getFirst());
        }
    }
}
