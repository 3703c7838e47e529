package cairn.ca.storage;

import cairn.ca.x509.PlainText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** That one program, and no other, has a workspace open. The operating system gives the lock back if it dies. */
final class WorkspaceLock implements AutoCloseable {
    /** Beyond the text, for on some systems locked octets cannot be read by others. */
    private static final long LOCKED_OCTET = 1L << 40;

    private static final int MOST_TEXT = 1000;

    /**
     * Who has it open in this process. Not asked of the system: where locks are POSIX's, this process would lose its own
     * by opening the file a second time and closing it again.
     */
    private static final Map<Path, String> HERE = new ConcurrentHashMap<>();

    private final FileChannel channel;
    private final Path place;

    private WorkspaceLock(FileChannel channel, Path place) {
        this.channel = channel;
        this.place = place;
    }

    static WorkspaceLock take(Path file, String actor, Instant now) throws WorkspaceException {
        String holder =
                actor + ", process " + ProcessHandle.current().pid() + ", since " + now.truncatedTo(ChronoUnit.SECONDS);
        try {
            Path place = place(file);
            String already = HERE.putIfAbsent(place, holder);
            if (already != null) {
                throw inUse(file, already);
            }
            try {
                return new WorkspaceLock(open(file, holder), place);
            } catch (IOException | WorkspaceException | RuntimeException e) {
                HERE.remove(place);
                throw e;
            }
        } catch (IOException e) {
            throw new WorkspaceException.Unusable("The lock " + file + " cannot be taken: " + DiskWords.of(e) + ".", e);
        }
    }

    /** One name for one workspace, by whatever way it was reached. */
    private static Path place(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        return folder == null ? absolute : folder.toRealPath().resolve(file.getFileName());
    }

    private static FileChannel open(Path file, String holder) throws IOException, WorkspaceException {
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                DiskFiles.ownerOnly(file));
        try {
            if (!lock(channel)) {
                throw inUse(file, text(channel));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            return channel;
        } catch (IOException | WorkspaceException e) {
            channel.close();
            throw e;
        }
    }

    private static WorkspaceException.InUse inUse(Path file, String holder) {
        String by = holder.isBlank() ? "by a program that did not leave its name" : "by " + PlainText.escape(holder);
        return new WorkspaceException.InUse("The workspace " + file.getParent() + " is already open: " + by
                + ". Close that program first, or wait until it is done.");
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_OCTET, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // This very process has it open, by a name that could not be told to be the same.
            return false;
        }
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(MOST_TEXT);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HERE.remove(place);
        }
    }
}
