package cairn.hsm.cryptoki;

import static cairn.hsm.cryptoki.CryptokiFunction.C_Sign;
import static cairn.hsm.cryptoki.CryptokiFunction.C_SignFinal;
import static cairn.hsm.cryptoki.CryptokiFunction.C_SignInit;
import static cairn.hsm.cryptoki.CryptokiFunction.C_SignUpdate;
import static cairn.hsm.cryptoki.FunctionTable.check;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Signing with buffers that are made once and used again (PKCS#11 section 5.13). Belongs to one thread and one session
 * at a time: the arena must be that thread's.
 */
public final class SignCalls {
    /** More than any signature of the offered kinds: ML-DSA-87 has 4627 octets. */
    private static final int SIGNATURE_ROOM = 8192;

    private static final long MOST_SIGNATURE_OCTETS = 1L << 20;

    private static final int DATA_ROOM = 16384;

    private final FunctionTable table;
    private final MemorySegment signInit;
    private final MemorySegment sign;
    private final MemorySegment mechanism;
    private final MemorySegment data;
    private final MemorySegment length;
    private MemorySegment signature;
    private final Arena arena;

    SignCalls(FunctionTable table, Arena arena) throws CryptokiException {
        this.table = table;
        this.arena = arena;
        this.signInit = table.pointer(C_SignInit);
        this.sign = table.pointer(C_Sign);
        this.mechanism = arena.allocate(Mechanism.octets(table.structs));
        this.data = arena.allocate(DATA_ROOM);
        this.length = arena.allocate(table.abi.ulongBytes());
        this.signature = arena.allocate(SIGNATURE_ROOM);
    }

    /** C_SignInit. */
    public void begin(long session, Mechanism how, long key) throws CryptokiException {
        check(C_SignInit, table.calls.upu(signInit, session, Mechanism.write(table, how, mechanism), key));
    }

    /** C_Sign over all of {@code content}. */
    public byte[] finish(long session, byte[] content) throws CryptokiException {
        if (content.length <= DATA_ROOM) {
            Memory.write(data, content);
            return finish(session, data, content.length);
        }
        try (Arena once = Arena.ofConfined()) {
            return finish(session, Memory.of(once, content), content.length);
        }
    }

    private byte[] finish(long session, MemorySegment content, int size) throws CryptokiException {
        table.abi.writeUlong(length, 0, signature.byteSize());
        long rv = table.calls.upupp(sign, session, content, size, signature, length);
        if (rv == ReturnValue.BUFFER_TOO_SMALL) {
            long wanted = Memory.announced(C_Sign, table.abi.readUlong(length, 0), MOST_SIGNATURE_OCTETS);
            signature = arena.allocate(Math.max(SIGNATURE_ROOM, wanted));
            table.abi.writeUlong(length, 0, signature.byteSize());
            rv = table.calls.upupp(sign, session, content, size, signature, length);
        }
        check(C_Sign, rv);
        return Memory.answer(C_Sign, signature, table.abi.readUlong(length, 0));
    }

    /** C_SignUpdate with each part, then C_SignFinal: for mechanisms that sign in parts. */
    public byte[] finishInParts(long session, Iterable<byte[]> parts) throws CryptokiException {
        for (byte[] part : parts) {
            try (Arena once = Arena.ofConfined()) {
                check(
                        C_SignUpdate,
                        table.calls.upu(table.pointer(C_SignUpdate), session, Memory.of(once, part), part.length));
            }
        }
        table.abi.writeUlong(length, 0, signature.byteSize());
        check(C_SignFinal, table.calls.upp(table.pointer(C_SignFinal), session, signature, length));
        return Memory.answer(C_SignFinal, signature, table.abi.readUlong(length, 0));
    }
}
