package cairn.hsm.broker;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection between the program and its broker: frames of a 32-bit length and a body. For one thread at a time.
 *
 * <p>On the program's side it waits by a selector, because a blocking channel is closed by an interrupt, and a person
 * who cancels a listing must not make signatures of unknown outcome. The buffers are off the heap and wiped after use:
 * PINs pass through them.
 */
final class Wire implements AutoCloseable {
    /** The longest body: a certificate revocation list of a million entries fits. */
    static final int MAX_BODY = 64 << 20;

    private static final int LENGTH_OCTETS = 4;
    private static final int USUAL_OCTETS = 16 << 10;
    private static final int KEPT_OCTETS = 1 << 20;

    private final SocketChannel channel;
    private final @Nullable Selector selector;
    private boolean exact;
    private ByteBuffer out = ByteBuffer.allocateDirect(USUAL_OCTETS);
    private ByteBuffer in = ByteBuffer.allocateDirect(USUAL_OCTETS).limit(0);
    private long limitNanos;
    private long startNanos;
    private long pausedBefore;
    private LongSupplier paused = () -> 0;

    private Wire(SocketChannel channel, @Nullable Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    /** Waits as long as it takes; an interrupt closes it. */
    static Wire blocking(SocketChannel channel) {
        return new Wire(channel, null);
    }

    /** Waits up to a limit; an interrupt changes nothing and stays set. */
    static Wire patient(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        Selector selector = Selector.open();
        channel.register(selector, 0);
        return new Wire(channel, selector);
    }

    /** Never takes more off the channel than the frame that is asked for, at the price of one call more. */
    Wire exact() {
        exact = true;
        return this;
    }

    /** From now on sending and receiving may take {@code limit} together, not counting what {@code paused} counts. */
    void allow(Duration limit, LongSupplier paused) {
        limitNanos = limit.toNanos();
        this.paused = paused;
        pausedBefore = paused.getAsLong();
        startNanos = System.nanoTime();
    }

    Wire begin(int code) {
        out.clear().position(LENGTH_OCTETS);
        out.put((byte) code);
        return this;
    }

    Wire put(boolean value) {
        room(1).put((byte) (value ? 1 : 0));
        return this;
    }

    Wire put(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    Wire put(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    Wire put(byte[] octets) {
        put(octets.length);
        room(octets.length).put(octets);
        return this;
    }

    Wire put(MemorySegment octets) {
        put((int) octets.byteSize());
        room((int) octets.byteSize()).put(octets.asByteBuffer());
        return this;
    }

    Wire put(String text) {
        return put(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Hands the frame over. If this fails the other side cannot have seen all of it and will not act on it. */
    void send() throws IOException {
        out.putInt(0, out.position() - LENGTH_OCTETS).flip();
        try {
            while (out.hasRemaining()) {
                if (channel.write(out) == 0) {
                    await(SelectionKey.OP_WRITE);
                }
            }
        } finally {
            wipe(out);
            if (out.capacity() > KEPT_OCTETS) {
                out = ByteBuffer.allocateDirect(USUAL_OCTETS);
            }
        }
    }

    /** Waits for a frame and answers its code; the getters read on from there. */
    int receive() throws IOException {
        forget();
        fill(LENGTH_OCTETS);
        int length = in.getInt(0);
        if (length < 1 || length > MAX_BODY) {
            throw new GarbledException("a frame of " + length + " octets");
        }
        if (LENGTH_OCTETS + length > in.capacity()) {
            ByteBuffer bigger = ByteBuffer.allocateDirect(LENGTH_OCTETS + length);
            bigger.put(in.flip());
            wipe(in);
            in = bigger;
        }
        fill(LENGTH_OCTETS + length);
        if (in.position() > LENGTH_OCTETS + length) {
            throw new GarbledException("more than was asked for");
        }
        in.flip().position(LENGTH_OCTETS);
        return in.get();
    }

    /** Wipes what was received. */
    void forget() {
        wipe(in);
        if (in.capacity() > KEPT_OCTETS) {
            in = ByteBuffer.allocateDirect(USUAL_OCTETS);
        }
        in.limit(0);
    }

    boolean bool() throws IOException {
        return left(1).get() != 0;
    }

    int integer() throws IOException {
        return left(Integer.BYTES).getInt();
    }

    long number() throws IOException {
        return left(Long.BYTES).getLong();
    }

    byte[] octets() throws IOException {
        int length = integer();
        if (length < 0) {
            throw new GarbledException("a field of " + length + " octets");
        }
        ByteBuffer field = left(length);
        byte[] octets = new byte[length];
        field.get(octets);
        return octets;
    }

    String text() throws IOException {
        return new String(octets(), StandardCharsets.UTF_8);
    }

    /** How many elements of a list follow; each takes at least one octet, so that a lie costs no memory. */
    int count() throws IOException {
        int count = integer();
        if (count < 0 || count > in.remaining()) {
            throw new GarbledException("a list of " + count);
        }
        return count;
    }

    private void fill(int upTo) throws IOException {
        in.limit(exact ? upTo : in.capacity());
        while (in.position() < upTo) {
            int read = channel.read(in);
            if (read < 0) {
                throw new EOFException("the other side has closed the connection");
            }
            if (read == 0) {
                await(SelectionKey.OP_READ);
            }
        }
    }

    private void await(int operation) throws IOException {
        Selector waiting = selector;
        if (waiting == null) {
            return;
        }
        boolean interrupted = false;
        try {
            waiting.keys().iterator().next().interestOps(operation);
            int ready = 0;
            while (ready == 0) {
                interrupted |= Thread.interrupted();
                long spent = System.nanoTime() - startNanos - (paused.getAsLong() - pausedBefore);
                if (spent >= limitNanos) {
                    throw new SocketTimeoutException("no answer within " + Duration.ofNanos(limitNanos));
                }
                ready = waiting.select(Math.max(1, (limitNanos - spent) / 1_000_000));
                if (!waiting.isOpen()) {
                    throw new EOFException("the connection was closed on this side");
                }
            }
            waiting.selectedKeys().clear();
        } catch (ClosedSelectorException | CancelledKeyException e) {
            throw new IOException("the connection was closed on this side", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private ByteBuffer room(int octets) {
        if (octets > LENGTH_OCTETS + MAX_BODY - out.position()) {
            wipe(out);
            throw new TooLongException();
        }
        if (out.remaining() < octets) {
            int wanted = Math.max(out.position() + octets, 2 * out.capacity());
            ByteBuffer bigger = ByteBuffer.allocateDirect(Math.min(wanted, MAX_BODY + LENGTH_OCTETS));
            bigger.put(out.flip());
            wipe(out);
            out = bigger;
        }
        return out;
    }

    private ByteBuffer left(int octets) throws IOException {
        if (in.remaining() < octets) {
            throw new GarbledException("a frame ends too early");
        }
        return in;
    }

    private static void wipe(ByteBuffer buffer) {
        MemorySegment.ofBuffer(buffer.position(0)).fill((byte) 0);
        buffer.clear();
    }

    /** Gives up waiting on the channel and leaves it open, for another wire. */
    void release() throws IOException {
        if (selector != null) {
            selector.close();
        }
        channel.configureBlocking(true);
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            if (selector != null) {
                selector.close();
            }
        }
    }

    /** What was put into a frame does not fit into one; nothing of it was sent. */
    static final class TooLongException extends RuntimeException {
        TooLongException() {
            super("a message between the program and its broker has at most " + MAX_BODY + " octets");
        }
    }

    /** The other side does not speak as agreed. */
    static final class GarbledException extends IOException {
        GarbledException(String what) {
            super("the other side does not keep to the protocol: " + what);
        }
    }
}
