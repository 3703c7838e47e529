package cairn.ca.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A file in memory whose disk can fill up, and whose flush can fail. */
public final class MemoryFile implements JournalFile {
    private byte[] content;
    private long room = Long.MAX_VALUE;
    private boolean forceFails;
    private int writes;
    private int forces;

    /** A file with this content. */
    public MemoryFile(byte[] content) {
        this.content = content.clone();
    }

    /** An empty file. */
    public MemoryFile() {
        this(new byte[0]);
    }

    /** A copy of the content. */
    public byte[] content() {
        return content.clone();
    }

    /** From now on the file cannot grow beyond {@code size}; what fits of a write is written. */
    public void fillUpAt(long size) {
        room = size;
    }

    /** Whether flushing fails from now on. */
    public void failForce(boolean fails) {
        forceFails = fails;
    }

    int writes() {
        return writes;
    }

    int forces() {
        return forces;
    }

    @Override
    public long size() {
        return content.length;
    }

    @Override
    public int read(long position, ByteBuffer into) {
        int length = (int) Math.max(0, Math.min(into.remaining(), content.length - position));
        into.put(content, (int) Math.min(position, content.length), length);
        return length;
    }

    @Override
    public void write(long position, ByteBuffer from) throws IOException {
        writes++;
        int fits = (int) Math.max(0, Math.min(from.remaining(), room - position));
        if (position + fits > content.length) {
            content = Arrays.copyOf(content, (int) position + fits);
        }
        boolean full = fits < from.remaining();
        from.get(content, (int) position, fits);
        if (full) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void truncate(long size) {
        content = Arrays.copyOf(content, (int) size);
    }

    @Override
    public void force() throws IOException {
        forces++;
        if (forceFails) {
            throw new IOException("Input/output error");
        }
    }

    @Override
    public void close() {}
}
