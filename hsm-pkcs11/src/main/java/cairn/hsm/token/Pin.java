package cairn.hsm.token;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
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

    /**
     * Takes the characters over and wipes the array.
     *
     * @throws TokenException PIN_UNSUITABLE if they are no text, such as half a surrogate pair
     */
    public static Pin ofChars(char[] characters) throws TokenException {
        byte[] buffer = new byte[4 * characters.length];
        try {
            ByteBuffer encoded = ByteBuffer.wrap(buffer);
            requireText(StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(characters), encoded, true));
            return ofUtf8(Arrays.copyOf(buffer, encoded.position()));
        } finally {
            Arrays.fill(buffer, (byte) 0);
            Arrays.fill(characters, '\0');
        }
    }

    /** A second PIN with the same octets, to be closed by its own owner. */
    public synchronized Pin copy() {
        requireOpen();
        return ofUtf8(octets.toArray(ValueLayout.JAVA_BYTE));
    }

    /**
     * The characters, for interfaces that take nothing else; the receiver wipes the array.
     *
     * @throws TokenException PIN_UNSUITABLE if the octets are not UTF-8; the part that is would be another PIN
     */
    public synchronized char[] characters() throws TokenException {
        requireOpen();
        byte[] utf8 = octets.toArray(ValueLayout.JAVA_BYTE);
        char[] buffer = new char[utf8.length];
        try {
            CharBuffer decoded = CharBuffer.wrap(buffer);
            requireText(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8), decoded, true));
            return Arrays.copyOf(buffer, decoded.position());
        } finally {
            Arrays.fill(utf8, (byte) 0);
            Arrays.fill(buffer, '\0');
        }
    }

    private static void requireText(CoderResult result) throws TokenException {
        if (result.isError()) {
            throw new TokenException(TokenException.Failure.PIN_UNSUITABLE, "the PIN is not text in UTF-8");
        }
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
