package cairn.hsm.token;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A PIN or passphrase as UTF-8 octets off the heap, zeroed when closed. It has no text form and is never a String:
 * what the garbage collector may copy cannot be wiped.
 */
public final class Pin implements AutoCloseable {
    private final Arena arena = Arena.ofShared();
    private final MemorySegment octets;
    private boolean closed;

    private Pin(byte[] utf8) {
        octets = arena.allocate(Math.max(1, utf8.length)).asSlice(0, utf8.length);
        MemorySegment.copy(utf8, 0, octets, ValueLayout.JAVA_BYTE, 0, utf8.length);
    }

    /** Takes the octets over and wipes the array. */
    public static Pin ofUtf8(byte[] utf8) {
        try {
            return new Pin(utf8);
        } finally {
            Arrays.fill(utf8, (byte) 0);
        }
    }

    /** Takes the characters over and wipes the array. */
    public static Pin ofChars(char[] characters) {
        byte[] buffer = new byte[4 * characters.length];
        ByteBuffer encoded = ByteBuffer.wrap(buffer);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(characters), encoded, true);
        byte[] utf8 = Arrays.copyOf(buffer, encoded.position());
        Arrays.fill(buffer, (byte) 0);
        Arrays.fill(characters, '\0');
        return ofUtf8(utf8);
    }

    /** A second PIN with the same octets, to be closed by its own owner. */
    public synchronized Pin copy() {
        requireOpen();
        return ofUtf8(octets.toArray(ValueLayout.JAVA_BYTE));
    }

    /** The characters, for interfaces that take nothing else; the receiver wipes the array. */
    public synchronized char[] characters() {
        requireOpen();
        byte[] utf8 = octets.toArray(ValueLayout.JAVA_BYTE);
        char[] buffer = new char[utf8.length];
        CharBuffer decoded = CharBuffer.wrap(buffer);
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8), decoded, true);
        char[] characters = Arrays.copyOf(buffer, decoded.position());
        Arrays.fill(utf8, (byte) 0);
        Arrays.fill(buffer, '\0');
        return characters;
    }

    /** How many octets. */
    public int length() {
        return (int) octets.byteSize();
    }

    /** The octets, readable until {@link #close()}. */
    public synchronized MemorySegment octets() {
        requireOpen();
        return octets.asReadOnly();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this PIN has been wiped");
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            octets.fill((byte) 0);
            arena.close();
        }
    }

    @Override
    public String toString() {
        return "PIN (not shown)";
    }
}
