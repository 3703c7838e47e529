package cairn.ca.audit;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A file that is another one; whoever watches or disturbs an operation overrides that one. */
public class ForwardingFile implements JournalFile {
    private final JournalFile file;

    public ForwardingFile(JournalFile file) {
        this.file = file;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public int read(long position, ByteBuffer into) throws IOException {
        return file.read(position, into);
    }

    @Override
    public void write(long position, ByteBuffer from) throws IOException {
        file.write(position, from);
    }

    @Override
    public void truncate(long size) throws IOException {
        file.truncate(size);
    }

    @Override
    public void force() throws IOException {
        file.force();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
