package cairn.ca.storage;

import cairn.ca.audit.ForwardingFile;
import cairn.ca.audit.JournalFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** The real files, with a note of everything that is done to them, by Cairn and by H2. */
final class TracedFiles implements FileLayer {
    private static final String SCHEME = "traced";

    /** H2 makes its file objects itself; they find their trace by the folder. */
    private static final Map<String, Trace> TRACES = new ConcurrentHashMap<>();

    private final FileLayer disk = new DiskFiles();
    private final Trace trace;

    TracedFiles(Path folder, Trace trace) {
        this.trace = trace;
        TRACES.put(folder.toString(), trace);
        FilePath.register(new TracedPath());
    }

    @Override
    public JournalFile open(Path file) throws IOException {
        return new Traced(disk.open(file), trace.fileOf(file), file.toString().endsWith(".mv.db"));
    }

    @Override
    public JournalFile openForReading(Path file) throws IOException {
        return disk.openForReading(file);
    }

    @Override
    public JournalFile create(Path file) throws IOException {
        JournalFile[] made = new JournalFile[1];
        trace.created(file, () -> made[0] = disk.create(file));
        return new Traced(made[0], trace.fileOf(file), false);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        trace.moved(from, to, () -> disk.move(from, to));
    }

    @Override
    public void delete(Path file) throws IOException {
        trace.deleted(file, () -> disk.delete(file));
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        trace.record(new Trace.Op.FolderForced(folder), () -> disk.forceFolder(folder));
    }

    @Override
    public String databasePrefix() {
        return SCHEME + ":";
    }

    private final class Traced extends ForwardingFile {
        private final JournalFile file;
        private final int number;
        private final boolean register;

        Traced(JournalFile file, int number, boolean register) {
            super(file);
            this.file = file;
            this.number = number;
            this.register = register;
        }

        @Override
        public void write(long position, ByteBuffer from) throws IOException {
            trace.record(written(number, position, from), () -> file.write(position, from));
        }

        @Override
        public void truncate(long size) throws IOException {
            trace.record(new Trace.Op.Truncated(number, size), () -> file.truncate(size));
        }

        @Override
        public void force() throws IOException {
            if (register) {
                trace.registerForced(number, file::force);
            } else {
                trace.record(new Trace.Op.Forced(number), file::force);
            }
        }
    }

    private static Trace.Op written(int file, long position, ByteBuffer from) {
        byte[] octets = new byte[from.remaining()];
        from.duplicate().get(octets);
        return new Trace.Op.Written(file, position, new Trace.Bytes(octets));
    }

    /** H2's view of a file. */
    public static final class TracedPath extends FilePathWrapper {
        @Override
        public String getScheme() {
            return SCHEME;
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            Path path = Path.of(getBase().toString());
            Trace trace = TRACES.get(String.valueOf(path.getParent()));
            if (trace == null || !Files.exists(path)) {
                throw new IOException("H2 made a file that nobody expected: " + path);
            }
            return new TracedChannel(super.open(mode), trace, trace.fileOf(path));
        }
    }

    private static final class TracedChannel extends FileBaseDefault {
        private final FileChannel channel;
        private final Trace trace;
        private final int number;

        TracedChannel(FileChannel channel, Trace trace, int number) {
            this.channel = channel;
            this.trace = trace;
            this.number = number;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public synchronized int read(ByteBuffer into, long position) throws IOException {
            return channel.read(into, position);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            int[] written = new int[1];
            Trace.Op op = written(number, position, from);
            trace.record(op, () -> {
                written[0] = from.remaining();
                while (from.hasRemaining()) {
                    int done = written[0] - from.remaining();
                    channel.write(from, position + done);
                }
            });
            return written[0];
        }

        private static Trace.Op written(int number, long position, ByteBuffer from) {
            return TracedFiles.written(number, position, from);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            trace.record(new Trace.Op.Truncated(number, size), () -> channel.truncate(size));
        }

        @Override
        public void force(boolean metaData) throws IOException {
            trace.registerForced(number, () -> channel.force(metaData));
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return channel.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            channel.close();
        }
    }
}
