package cairn.hsm.broker;

import cairn.hsm.broker.Handover.Purpose;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A socket in a folder that only this user may enter, where the broker's process and nobody else is let in. */
final class Reception implements AutoCloseable {
    /** sun_path of sockaddr_un on every system that counts. */
    private static final int MAX_SOCKET_PATH = 100;

    private static final int LOOK_MILLIS = 50;

    private final Path folder;
    private final byte[] secret = new byte[Handover.SECRET_OCTETS];
    private final ServerSocketChannel server;
    private final Selector selector;

    Reception(Path parent, SecureRandom random) throws IOException {
        folder = Files.createTempDirectory(
                parent, "cairn-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        random.nextBytes(secret);
        // The system counts octets, and a letter beyond ASCII has several.
        if (socket().toString().getBytes(StandardCharsets.UTF_8).length > MAX_SOCKET_PATH) {
            Files.delete(folder);
            throw new IOException("the path " + socket() + " is too long for a socket; choose a shorter folder");
        }
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket()));
        server.configureBlocking(false);
        selector = Selector.open();
        server.register(selector, SelectionKey.OP_ACCEPT);
    }

    private Path socket() {
        return folder.resolve("s");
    }

    Path folder() {
        return folder;
    }

    Handover handover() {
        return new Handover(socket(), secret);
    }

    /**
     * Lets the next connection for {@code purpose} in. Whoever does not know the word is turned away.
     *
     * @param alive asked now and then; false ends the waiting
     */
    SocketChannel admit(Purpose purpose, int token, Duration limit, BooleanSupplier alive) throws IOException {
        long start = System.nanoTime();
        boolean interrupted = false;
        try {
            while (System.nanoTime() - start < limit.toNanos()) {
                interrupted |= Thread.interrupted();
                selector.select(LOOK_MILLIS);
                selector.selectedKeys().clear();
                SocketChannel caller = server.accept();
                if (caller != null && isExpected(caller, purpose, token, limit)) {
                    return caller;
                }
                if (caller == null && !alive.getAsBoolean()) {
                    throw new IOException("it ended before it was ready");
                }
            }
            throw new SocketTimeoutException("it was not ready within " + limit);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean isExpected(SocketChannel caller, Purpose purpose, int token, Duration limit) throws IOException {
        // The greeting's wire is let go of when it fits: the channel lives on in the wire that is made next, which is
        // why not an octet more than the greeting may be taken from it.
        Wire greeting = Wire.patient(caller).exact();
        greeting.allow(limit, () -> 0);
        boolean expected = false;
        try {
            int code = greeting.receive();
            boolean known = MessageDigest.isEqual(secret, greeting.octets());
            expected = known && code == purpose.code() && greeting.integer() == token;
        } catch (IOException e) {
            // A stranger who talks nonsense, hangs up or is silent; turned away below.
            expected = false;
        } finally {
            if (expected) {
                greeting.release();
            } else {
                greeting.close();
            }
        }
        return expected;
    }

    @Override
    public void close() throws IOException {
        selector.close();
        server.close();
        delete(folder);
    }

    /**
     * Deletes a broker's folder and whatever the library left there. Both sides do this, perhaps at the same time, so that
     * it happens whichever is left; what the other has deleted meanwhile is no failure.
     */
    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                return goneOr(failure);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    return goneOr(failure);
                }
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static FileVisitResult goneOr(IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }
}
