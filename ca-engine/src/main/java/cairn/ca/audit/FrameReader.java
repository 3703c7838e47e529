package cairn.ca.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Reads the frames of a journal in order, with bounded memory: one frame and a window of the file. */
final class FrameReader {
    private static final int WINDOW = 256 << 10;

    private final JournalFile file;
    private final long end;
    private long at;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowStart;

    /** Reads from {@code start}, which is the start of a frame, up to {@code end}. */
    FrameReader(JournalFile file, long start, long end) {
        this.file = file;
        this.at = start;
        this.end = end;
        this.windowStart = start;
    }

    /** Where the next frame starts. */
    long position() {
        return at;
    }

    /** Whether every octet up to the end was part of a good frame. */
    boolean atEnd() {
        return at == end;
    }

    /** The next frame, or nothing if there is no good frame at this position. */
    Optional<JournalFrame> next() throws IOException {
        Optional<JournalFrame> frame = frameAt(at);
        frame.ifPresent(good -> at += JournalFrame.HEAD + good.content().remaining());
        return frame;
    }

    /** The content of the next frame as it lies there, if its length is possible, whatever its checksum says. */
    Optional<ByteBuffer> unchecked() throws IOException {
        int length = lengthAt(at);
        return length < 0 ? Optional.empty() : Optional.of(octets(at + JournalFrame.HEAD, length));
    }

    /** Where the first good frame behind this position starts: a sign that this is no torn end. */
    Optional<Long> goodFrameBehind() throws IOException {
        for (long candidate = at + 1; candidate < end - JournalFrame.HEAD; candidate++) {
            if (frameAt(candidate).isPresent()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private Optional<JournalFrame> frameAt(long offset) throws IOException {
        int length = lengthAt(offset);
        if (length < 0) {
            return Optional.empty();
        }
        ByteBuffer frame = octets(offset, JournalFrame.HEAD + length);
        CRC32C crc = new CRC32C();
        crc.update(frame.slice(frame.position(), Integer.BYTES));
        ByteBuffer content = frame.slice(frame.position() + JournalFrame.HEAD, length);
        crc.update(content.duplicate());
        if ((int) crc.getValue() != frame.getInt(frame.position() + Integer.BYTES)) {
            return Optional.empty();
        }
        return Optional.of(new JournalFrame(offset, content));
    }

    /** The length that stands at {@code offset}; -1 if no frame can have it. */
    private int lengthAt(long offset) throws IOException {
        if (offset + JournalFrame.HEAD > end) {
            return -1;
        }
        ByteBuffer head = octets(offset, Integer.BYTES);
        int length = head.getInt(head.position());
        boolean possible = length > JournalFrame.ENTRY_HEAD
                && length <= JournalFrame.MAX_CONTENT
                && offset + JournalFrame.HEAD + length <= end;
        return possible ? length : -1;
    }

    /** A view of octets of the file; valid until the next call. */
    private ByteBuffer octets(long offset, int length) throws IOException {
        if (offset < windowStart || offset + length > windowStart + window.limit()) {
            if (window.capacity() < length || window.capacity() > WINDOW) {
                window = ByteBuffer.allocate((int) Math.max(length, Math.min(WINDOW, end - offset)));
            }
            window.clear();
            windowStart = offset;
            // Never beyond the end: what is appended meanwhile is not part of this reading.
            window.limit((int) Math.min(window.capacity(), end - offset));
            int read = file.read(offset, window);
            window.position(0).limit(Math.max(0, read));
        }
        if (offset + length > windowStart + window.limit()) {
            throw new IOException("the journal became shorter while it was read (offset " + offset + ")");
        }
        return window.slice((int) (offset - windowStart), length);
    }
}
