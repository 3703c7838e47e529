package cairn.app.crash;

import cairn.ca.audit.JournalFile;
import cairn.ca.storage.DiskFiles;
import cairn.ca.storage.FileLayer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** The real files; tells of writes to the journal and of lists' files as the phase of the work names them. */
final class WatchedFiles implements FileLayer {
    private final DiskFiles disk = new DiskFiles();
    private final Observer observer;
    private Optional<Phase> phase = Optional.empty();

    WatchedFiles(Observer observer) {
        this.observer = observer;
    }

    /** What the next write to the journal is for. */
    enum Phase {
        INTENT,
        COMPLETION,
        LIST_INTENT,
        LIST_COMPLETION;

        Step half() {
            return Step.valueOf(name() + "_HALF_WRITTEN");
        }

        Step written() {
            return Step.valueOf(name() + "_WRITTEN");
        }

        Step forced() {
            return Step.valueOf(name() + "_FORCED");
        }
    }

    void enter(Phase entered) {
        phase = Optional.of(entered);
    }

    void leave() {
        phase = Optional.empty();
    }

    @Override
    public JournalFile open(Path file) throws IOException {
        return file.endsWith("journal.cairn") ? new Journal(disk.open(file)) : disk.open(file);
    }

    @Override
    public JournalFile openForReading(Path file) throws IOException {
        return disk.openForReading(file);
    }

    @Override
    public JournalFile create(Path file) throws IOException {
        return disk.create(file);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        boolean list = to.toString().endsWith(".crl");
        if (list) {
            observer.reached(Step.LIST_FILE_WRITTEN);
        }
        disk.move(from, to);
        if (list) {
            observer.reached(Step.LIST_FILE_NAMED);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        disk.forceFolder(folder);
    }

    @Override
    public String databasePrefix() {
        return disk.databasePrefix();
    }

    private final class Journal implements JournalFile {
        private final JournalFile file;

        Journal(JournalFile file) {
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
            if (phase.isEmpty()) {
                file.write(position, from);
                return;
            }
            int half = from.remaining() / 2;
            file.write(position, from.slice(from.position(), half));
            observer.reached(phase.get().half());
            from.position(from.position() + half);
            file.write(position + half, from);
            observer.reached(phase.get().written());
        }

        @Override
        public void truncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force() throws IOException {
            file.force();
            phase.ifPresent(now -> observer.reached(now.forced()));
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
