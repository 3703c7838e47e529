package cairn.hsm.softtoken;

import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A small file that is replaced as a whole: after a crash at any moment it has the old or the new content. Writers, in
 * this process and others, take turns by a lock on a file beside it, because a lock on the file itself would be lost
 * with the rename.
 */
final class DurableFile {
    /** More keys than anybody keeps in software; a bigger file is somebody else's. */
    private static final long MAX_OCTETS = 16L << 20;

    private static final int LOCK_TRIES = 400;
    private static final long LOCK_PAUSE_NANOS = 25_000_000;

    private final Path file;
    private final Path temporary;
    private final Path lockFile;

    DurableFile(Path file) {
        this.file = file.toAbsolutePath();
        this.temporary = this.file.resolveSibling(this.file.getFileName() + ".new");
        this.lockFile = this.file.resolveSibling(this.file.getFileName() + ".lock");
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    byte[] read() throws TokenException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size > MAX_OCTETS) {
                throw new TokenException(Failure.TOKEN_DAMAGED, file + " is too big for a software token");
            }
            ByteBuffer content = ByteBuffer.allocate((int) size);
            int read;
            do {
                read = channel.read(content);
            } while (read > 0);
            byte[] octets = new byte[content.position()];
            content.flip().get(octets);
            return octets;
        } catch (NoSuchFileException e) {
            throw failure(Failure.TOKEN_ABSENT, "there is no software token at " + file, e);
        } catch (IOException e) {
            throw failure(Failure.TOKEN_ABSENT, "the software token " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Waits up to ten seconds for the other writers; BUSY after that. */
    Turn turn() throws TokenException {
        try {
            FileChannel channel = FileChannel.open(
                    lockFile, Set.<OpenOption>of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly());
            try {
                return new Turn(channel, lock(channel));
            } catch (IOException | TokenException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw failure(Failure.REJECTED, "the lock " + lockFile + " cannot be taken: " + e.getMessage(), e);
        }
    }

    private FileLock lock(FileChannel channel) throws IOException, TokenException {
        for (int attempt = 0; attempt < LOCK_TRIES; attempt++) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException e) {
                // Another token object of this process has it: as good a reason to wait as another process.
            }
            LockSupport.parkNanos(LOCK_PAUSE_NANOS);
        }
        throw new TokenException(Failure.BUSY, "another program is writing the software token " + file);
    }

    /**
     * Puts {@code content} in the file's place. When this returns it survives a power cut.
     *
     * @throws TokenException REJECTED if the old content stands; UNKNOWN_OUTCOME if the new one does, perhaps not durably
     */
    void replace(Turn turn, byte[] content) throws TokenException {
        turn.requireHeld();
        try {
            Files.deleteIfExists(temporary);
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    Set.<OpenOption>of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    ownerOnly())) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failure(Failure.REJECTED, "the software token " + file + " cannot be written: " + e.getMessage(), e);
        }
        try {
            forceDirectory();
        } catch (IOException e) {
            throw failure(
                    Failure.UNKNOWN_OUTCOME, "the folder of " + file + " cannot be flushed: " + e.getMessage(), e);
        }
    }

    private void forceDirectory() throws IOException {
        Path directory = file.getParent();
        // Where files have no POSIX view (Windows) a folder cannot be opened, and its entries need no flush.
        if (directory != null && posix()) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private boolean posix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private FileAttribute<?>[] ownerOnly() {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static TokenException failure(Failure failure, String message, IOException cause) {
        return new TokenException(failure, "", 0, message, cause);
    }

    /** The right to write, until closed. */
    static final class Turn implements AutoCloseable {
        private final FileChannel channel;
        private final FileLock lock;

        private Turn(FileChannel channel, FileLock lock) {
            this.channel = channel;
            this.lock = lock;
        }

        private void requireHeld() {
            if (!lock.isValid()) {
                throw new IllegalStateException("the turn is over");
            }
        }

        @Override
        public void close() throws TokenException {
            try {
                channel.close();
            } catch (IOException e) {
                throw failure(Failure.REJECTED, "the lock cannot be given back: " + e.getMessage(), e);
            }
        }
    }
}
