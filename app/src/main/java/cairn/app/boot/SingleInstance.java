package cairn.app.boot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sees to it that a person has one window: the first start holds a lock on a file beside the settings; a second one leaves
 * a file there that says which workspace it was asked for, and ends. No socket is needed for that.
 */
final class SingleInstance implements AutoCloseable {
    private static final String LOCK = "desktop.lock";
    private static final String CALL = "desktop.call";

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;
    private final WatchService watch;

    private SingleInstance(Path folder, FileChannel channel, FileLock lock, WatchService watch) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
        this.watch = watch;
    }

    /** This start is the first one; empty if another has a window already. */
    static Optional<SingleInstance> take(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                // A call that nobody heard, because its window ended meanwhile, is not for this one.
                Files.deleteIfExists(folder.resolve(CALL));
                WatchService watch = folder.getFileSystem().newWatchService();
                folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
                return Optional.of(new SingleInstance(folder, channel, lock, watch));
            }
        } catch (OverlappingFileLockException e) {
            // The other one is in this very process.
        }
        channel.close();
        return Optional.empty();
    }

    /** Asks the window that there is to come forward, and to open this workspace. */
    static void call(Path folder, Optional<Path> workspace) throws IOException {
        Path written = Files.createTempFile(folder, ".call", ".part");
        Files.writeString(
                written, workspace.map(path -> path.toAbsolutePath().toString()).orElse(""), StandardCharsets.UTF_8);
        Files.move(written, folder.resolve(CALL), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Hears of second starts until this is closed. */
    void listen(Consumer<Optional<Path>> called) {
        try {
            while (true) {
                WatchKey key = watch.take();
                boolean call = key.pollEvents().stream()
                        .anyMatch(event -> Path.of(CALL).equals(event.context()));
                key.reset();
                if (call) {
                    read().ifPresent(text ->
                            called.accept(text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text))));
                }
            }
        } catch (ClosedWatchServiceException e) {
            // The window is closed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One call makes several events; the first reads it. */
    private Optional<String> read() {
        Path file = folder.resolve(CALL);
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            Files.delete(file);
            return Optional.of(text);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("");
        }
    }

    /** The next start is the first one again. What cannot be closed ends with the program. */
    @Override
    public void close() {
        try (channel) {
            watch.close();
            lock.release();
        } catch (IOException e) {
            // The system lets go of what a program held when it ends.
        }
    }
}
