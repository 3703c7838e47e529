package cairn.bench.signing;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * C_SignInit and C_Sign and nothing else, through handles of its own: the floor under everything that signs with this
 * library. One session, one key, one thread; CK_ULONG has 64 bits and structures are not packed.
 */
final class RawSign {
    /** Where the pointers stand in a CK_FUNCTION_LIST, behind its version (PKCS#11 section 3.6). */
    private static final int SIGN_INIT = 42;

    private static final int SIGN = 43;

    private static final long CKM_ECDSA = 0x1041;
    private static final int ROOM = 256;

    private static final ValueLayout.OfLong ULONG = ValueLayout.JAVA_LONG;
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;

    @SuppressWarnings("restricted") // calls the library that is measured
    private static final MethodHandle SIGN_INIT_CALL =
            Linker.nativeLinker().downcallHandle(FunctionDescriptor.of(ULONG, ULONG, POINTER, ULONG));

    @SuppressWarnings("restricted") // calls the library that is measured
    private static final MethodHandle SIGN_CALL =
            Linker.nativeLinker().downcallHandle(FunctionDescriptor.of(ULONG, ULONG, POINTER, ULONG, POINTER, POINTER));

    private final MemorySegment signInit;
    private final MemorySegment sign;
    private final MemorySegment mechanism;
    private final MemorySegment digest;
    private final MemorySegment signature;
    private final MemorySegment length;
    private final long session;
    private final long key;

    /**
     * Signs {@code digest} with {@code key} in {@code session}.
     *
     * @param functionList a CK_FUNCTION_LIST
     */
    RawSign(Arena arena, MemorySegment functionList, long session, long key, byte[] digest) {
        this.signInit = function(functionList, SIGN_INIT);
        this.sign = function(functionList, SIGN);
        this.mechanism = arena.allocate(3L * Long.BYTES, Long.BYTES);
        this.mechanism.set(ULONG, 0, CKM_ECDSA);
        this.digest = arena.allocateFrom(ValueLayout.JAVA_BYTE, digest);
        this.signature = arena.allocate(ROOM);
        this.length = arena.allocate(ULONG);
        this.session = session;
        this.key = key;
    }

    @SuppressWarnings("restricted") // the list has more than these functions in every version
    private static MemorySegment function(MemorySegment list, int index) {
        return list.reinterpret((SIGN + 2L) * Long.BYTES).get(POINTER, (index + 1L) * Long.BYTES);
    }

    /** Makes signatures. */
    void sign(int times) {
        for (int i = 0; i < times; i++) {
            sign();
        }
    }

    private void sign() {
        length.set(ULONG, 0, ROOM);
        long begun;
        long ended;
        try {
            begun = (long) SIGN_INIT_CALL.invokeExact(signInit, session, mechanism, key);
            ended = (long) SIGN_CALL.invokeExact(sign, session, digest, digest.byteSize(), signature, length);
        } catch (Throwable e) {
            // A method handle declares that it may throw anything.
            throw new IllegalStateException("a native call could not be made", e);
        }
        if (begun != 0 || ended != 0) {
            throw new IllegalStateException("C_SignInit gave " + begun + ", C_Sign " + ended);
        }
    }
}
