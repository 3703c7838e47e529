package cairn.hsm.cryptoki;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Answers whose length only the library knows (PKCS#11 section 5.2): asked for the length first, then for all. */
final class Answers {
    private Answers() {}

    /** A call that writes at most {@code length} octets to {@code out}, or only the length if {@code out} is NULL. */
    @FunctionalInterface
    interface Call {
        long rv(MemorySegment out, MemorySegment length);
    }

    static byte[] of(FunctionTable table, Arena arena, CryptokiFunction function, Call call) throws CryptokiException {
        MemorySegment length = arena.allocate(table.abi.ulongBytes());
        FunctionTable.check(function, call.rv(MemorySegment.NULL, length));
        MemorySegment out = arena.allocate(Math.max(1, table.abi.readUlong(length, 0)));
        FunctionTable.check(function, call.rv(out, length));
        byte[] answer = Memory.read(out, (int) table.abi.readUlong(length, 0));
        out.fill((byte) 0);
        return answer;
    }
}
