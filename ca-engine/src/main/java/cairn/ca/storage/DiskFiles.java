package cairn.ca.storage;

import cairn.ca.audit.JournalFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The files as they are. */
public final class DiskFiles implements FileLayer {
    @Override
    public JournalFile open(Path file) throws IOException {
        return new Disk(file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    @Override
    public JournalFile openForReading(Path file) throws IOException {
        return new Disk(file, FileChannel.open(file, StandardOpenOption.READ));
    }

    @Override
    public JournalFile create(Path file) throws IOException {
        return new Disk(
                file,
                FileChannel.open(
                        file,
                        Set.<OpenOption>of(
                                StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                        ownerOnly(file)));
    }

    /** What makes a new file readable by its owner only, where the file system knows owners. */
    static FileAttribute<?>[] ownerOnly(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        // Where files have no POSIX view (Windows) a folder cannot be opened, and its entries need no flush.
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public String databasePrefix() {
        return "file:";
    }

    private static final class Disk implements JournalFile {
        private final Path file;
        private final FileChannel channel;

        Disk(Path file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        /** The failure of a channel does not say of which file. */
        private FileSystemException named(IOException failure) {
            FileSystemException named = new FileSystemException(file.toString(), null, failure.getMessage());
            named.initCause(failure);
            return named;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public int read(long position, ByteBuffer into) throws IOException {
            int total = 0;
            while (into.hasRemaining()) {
                int read = channel.read(into, position + total);
                if (read < 0) {
                    break;
                }
                total += read;
            }
            return total;
        }

        @Override
        public void write(long position, ByteBuffer from) throws IOException {
            long at = position;
            try {
                while (from.hasRemaining()) {
                    int written = channel.write(from, at);
                    if (written <= 0) {
                        throw new EOFException("nothing more can be written");
                    }
                    at += written;
                }
            } catch (IOException e) {
                throw named(e);
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            try {
                channel.truncate(size);
            } catch (IOException e) {
                throw named(e);
            }
        }

        @Override
        public void force() throws IOException {
            try {
                channel.force(true);
            } catch (IOException e) {
                throw named(e);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
