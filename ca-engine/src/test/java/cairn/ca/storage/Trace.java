package cairn.ca.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a program did to its files, in order: the script of {@link PowerCut}. A file is a number; names lead to numbers,
 * so that a rename can be lost while the content is not.
 */
final class Trace {
    private final List<Op> ops = new ArrayList<>();
    private final Map<Path, Integer> files = new HashMap<>();
    private final boolean honestRegister;
    private int nextFile;

    /** @param honestRegister whether H2's flushes do anything; false for a disk that only says so */
    Trace(boolean honestRegister) {
        this.honestRegister = honestRegister;
    }

    /** One thing that was done. */
    sealed interface Op {
        /** A new, empty file got a name. */
        record Created(Path name, int file) implements Op {}

        /** Octets were written. */
        record Written(int file, long position, Bytes bytes) implements Op {}

        /** The file was cut off. */
        record Truncated(int file, long size) implements Op {}

        /** All that was done to the file is on stable storage from here on. */
        record Forced(int file) implements Op {}

        /** A name went to another file. */
        record Moved(Path from, Path to) implements Op {}

        /** A name went. */
        record Deleted(Path name) implements Op {}

        /** All names in the folder are on stable storage from here on. */
        record FolderForced(Path folder) implements Op {}

        /** The caller was told that something is recorded. */
        record Acknowledged(int count) implements Op {}
    }

    /** Octets that a record may hold. */
    static final class Bytes {
        private final byte[] octets;

        Bytes(byte[] octets) {
            this.octets = octets.clone();
        }

        byte[] octets() {
            return octets;
        }
    }

    /** Does something to a file and notes it, so that the order of the notes is the order of the deeds. */
    interface Deed {
        void run() throws IOException;
    }

    synchronized void record(Op op, Deed deed) throws IOException {
        ops.add(op);
        deed.run();
    }

    synchronized void registerForced(int file, Deed deed) throws IOException {
        if (honestRegister) {
            ops.add(new Op.Forced(file));
        }
        deed.run();
    }

    /** The number of a file that existed before the trace began, or was created in it. */
    synchronized int fileOf(Path name) {
        return files.computeIfAbsent(name, any -> nextFile++);
    }

    synchronized void created(Path name, Deed deed) throws IOException {
        deed.run();
        int file = nextFile++;
        files.put(name, file);
        ops.add(new Op.Created(name, file));
    }

    synchronized void moved(Path from, Path to, Deed deed) throws IOException {
        int file = fileOf(from);
        ops.add(new Op.Moved(from, to));
        files.remove(from);
        files.put(to, file);
        deed.run();
    }

    synchronized void deleted(Path name, Deed deed) throws IOException {
        if (files.remove(name) != null) {
            ops.add(new Op.Deleted(name));
        }
        deed.run();
    }

    synchronized void acknowledged(int count) {
        ops.add(new Op.Acknowledged(count));
    }

    boolean isRegisterHonest() {
        return honestRegister;
    }

    synchronized List<Op> ops() {
        return List.copyOf(ops);
    }
}
