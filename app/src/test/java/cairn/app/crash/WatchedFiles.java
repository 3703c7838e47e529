package cairn.app.crash;

import cairn.ca.audit.ForwardingFile;
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

    private final class Journal extends ForwardingFile {
        Journal(JournalFile file) {
            super(file);
        }

        @Override
        public void write(long position, ByteBuffer from) throws IOException {
            if (phase.isEmpty()) {
                super.write(position, from);
                return;
            }
            int half = from.remaining() / 2;
            super.write(position, from.slice(from.position(), half));
            observer.reached(phase.get().half());
            from.position(from.position() + half);
            super.write(position + half, from);
            observer.reached(phase.get().written());
        }

        @Override
        public void force() throws IOException {
            super.force();
            phase.ifPresent(now -> observer.reached(now.forced()));
        }
    }
}
