package cairn.hsm.pin;

import cairn.hsm.token.Pin;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** Reads a PIN's octets up to the end and takes one trailing line break off. Nothing of it becomes a String. */
final class PinReader {
    private static final int MAX_OCTETS = 1024;

    private PinReader() {}

    /** @throws TokenException LOGIN_REQUIRED if there is no PIN, or far too much for one */
    static Pin read(ReadableByteChannel channel, String where) throws IOException, TokenException {
        // Direct, so that the channel copies nothing into a buffer of its own.
        ByteBuffer buffer = ByteBuffer.allocateDirect(MAX_OCTETS + 2);
        try {
            int read;
            do {
                read = channel.read(buffer);
            } while (read > 0);
            buffer.flip();
            dropLineBreak(buffer);
            if (!buffer.hasRemaining()) {
                throw new TokenException(Failure.LOGIN_REQUIRED, where + " holds no PIN (it is empty or used up)");
            }
            if (buffer.remaining() > MAX_OCTETS) {
                throw new TokenException(Failure.LOGIN_REQUIRED, where + " is too long for a PIN");
            }
            byte[] octets = new byte[buffer.remaining()];
            buffer.get(octets);
            return Pin.ofUtf8(octets);
        } finally {
            buffer.clear();
            while (buffer.hasRemaining()) {
                buffer.put((byte) 0);
            }
        }
    }

    private static void dropLineBreak(ByteBuffer text) {
        int end = text.limit();
        if (end > 0 && text.get(end - 1) == '\n') {
            end--;
            if (end > 0 && text.get(end - 1) == '\r') {
                end--;
            }
        }
        text.limit(end);
    }
}
