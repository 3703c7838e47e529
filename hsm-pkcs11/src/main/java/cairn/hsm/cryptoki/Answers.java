package cairn.hsm.cryptoki;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Answers whose length only the library knows (PKCS#11 section 5.2): asked for the length first, then for all. */
final class Answers {
    private static final long MOST_OCTETS = 1L << 24;

    private Answers() {}

    /** A call that writes at most {@code length} octets to {@code out}, or only the length if {@code out} is NULL. */
    @FunctionalInterface
    interface Call {
        long rv(MemorySegment out, MemorySegment length);
    }

    static byte[] of(FunctionTable table, Arena arena, CryptokiFunction function, Call call) throws CryptokiException {
        MemorySegment length = arena.allocate(table.abi.ulongBytes());
        FunctionTable.check(function, call.rv(MemorySegment.NULL, length));
        long room = Memory.announced(function, table.abi.readUlong(length, 0), MOST_OCTETS);
        MemorySegment out = arena.allocate(Math.max(1, room));
        FunctionTable.check(function, call.rv(out, length));
        byte[] answer = Memory.answer(function, out.asSlice(0, room), table.abi.readUlong(length, 0));
        out.fill((byte) 0);
        return answer;
    }
}
