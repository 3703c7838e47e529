package cairn.hsm.cryptoki;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;

/** Octets between the heap and native memory. */
final class Memory {
    private Memory() {}

    /** A native copy. */
    static MemorySegment of(SegmentAllocator arena, byte[] octets) {
        MemorySegment copy = arena.allocate(Math.max(1, octets.length)).asSlice(0, octets.length);
        write(copy, octets);
        return copy;
    }

    /** Copies all octets to the start of {@code target}. */
    static void write(MemorySegment target, byte[] octets) {
        MemorySegment.copy(octets, 0, target, ValueLayout.JAVA_BYTE, 0, octets.length);
    }

    /** A length that a library says it has to give; a wild one is refused before memory is taken for it. */
    static long announced(CryptokiFunction function, long length, long most) throws CryptokiException {
        if (length < 0 || length > most) {
            throw CryptokiException.ofLength(function, length, most);
        }
        return length;
    }

    /** What a library says that it wrote into {@code room}; a length beyond the room is not believed. */
    static byte[] answer(CryptokiFunction function, MemorySegment room, long length) throws CryptokiException {
        return read(room, (int) announced(function, length, room.byteSize()));
    }

    /** The first octets of {@code source}. */
    static byte[] read(MemorySegment source, int length) {
        byte[] octets = new byte[length];
        MemorySegment.copy(source, ValueLayout.JAVA_BYTE, 0, octets, 0, length);
        return octets;
    }
}
