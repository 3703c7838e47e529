package cairn.ca.audit;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One open file, seen through the few operations that decide what survives a power cut. Positions and sizes are in
 * octets from the start of the file.
 */
public interface JournalFile extends AutoCloseable {
    /** How many octets the file has. */
    long size() throws IOException;

    /** Reads at {@code position} until {@code into} is full or the file ends; returns how many octets were read. */
    int read(long position, ByteBuffer into) throws IOException;

    /** Writes all that remains of {@code from} at {@code position}. */
    void write(long position, ByteBuffer from) throws IOException;

    /** Cuts the file off at {@code size}. */
    void truncate(long size) throws IOException;

    /** Returns when content and size are on stable storage. */
    void force() throws IOException;

    @Override
    void close() throws IOException;
}
