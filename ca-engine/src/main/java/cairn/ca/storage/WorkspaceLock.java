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

/** That one program, and no other, has a workspace open. The operating system gives the lock back if it dies. */
final class WorkspaceLock implements AutoCloseable {
    /** Beyond the text, for on some systems locked octets cannot be read by others. */
    private static final long LOCKED_OCTET = 1L << 40;

    private static final int MOST_TEXT = 1000;

    private final FileChannel channel;

    private WorkspaceLock(FileChannel channel) {
        this.channel = channel;
    }

    static WorkspaceLock take(Path file, String actor, Instant now) throws WorkspaceException {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                if (!lock(channel)) {
                    throw new WorkspaceException.InUse("The workspace " + file.getParent() + " is already open: "
                            + text(channel) + ". Close that program first, or wait until it is done.");
                }
                String holder = actor + ", process " + ProcessHandle.current().pid() + ", since "
                        + now.truncatedTo(ChronoUnit.SECONDS);
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
                return new WorkspaceLock(channel);
            } catch (IOException | WorkspaceException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new WorkspaceException.Unusable("The lock " + file + " cannot be taken: " + e.getMessage() + ".", e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(LOCKED_OCTET, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // This very process has it open already.
            return false;
        }
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(MOST_TEXT);
        channel.read(text, 0);
        String holder = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
        return holder.isBlank() ? "by a program that did not leave its name" : "by " + PlainText.escape(holder);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
