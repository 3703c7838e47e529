package cairn.ca.publication;

import cairn.ca.x509.Fingerprint;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * Puts a file in its place whole or not at all: temporary name, fsync, rename, fsync of the folder, read again,
 * check. Never overwrites unless told to.
 */
public final class FilePublisher {
    /** With four octets each they leave room for the rest of a name of 255 octets. */
    private static final int MOST_CHARACTERS = 50;

    /** Proves that bytes read back from disk are the content that was meant. */
    @FunctionalInterface
    public interface Check {
        /** Refuses content that does not parse as what it should be. */
        void accept(byte[] content) throws PublicationException;
    }

    /** Who may read a file. */
    private enum Readers {
        /** Everybody whom the umask does not shut out. */
        EVERYBODY("rw-rw-rw-"),
        OWNER("rw-------");

        private final String permissions;

        Readers(String permissions) {
            this.permissions = permissions;
        }

        FileAttribute<?>[] attributes(Path folder) {
            return isPosix(folder)
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                    }
                    : new FileAttribute<?>[0];
        }
    }

    /** What may happen to a file that is there already. */
    public enum Existing {
        KEEP,
        REPLACE
    }

    /**
     * Writes {@code content}, which anybody may know, to {@code target} and returns the digest of what was read back. Who
     * may read the file is left to the system's custom (the umask): servers read what an authority's owner wrote.
     *
     * @throws FileAlreadyExistsException if the file exists and is to be kept; it is untouched
     * @throws NotWrittenException if the disk does not take it; the target is then untouched, and nothing else is left
     * @throws PublicationException if what was read back fails the check; the target is then untouched
     */
    public Fingerprint publish(Path target, byte[] content, Existing existing, Check check)
            throws IOException, PublicationException {
        return publish(target, content, existing, check, Readers.EVERYBODY);
    }

    /** The same for what holds a private key or is nobody else's business: only its owner may read the file. */
    public Fingerprint publishForOwner(Path target, byte[] content, Existing existing, Check check)
            throws IOException, PublicationException {
        return publish(target, content, existing, check, Readers.OWNER);
    }

    /** Writes a content of any length, piece by piece. */
    @FunctionalInterface
    public interface Source<X extends Exception> {
        /** Whether it is complete; if not, nothing is published. */
        boolean write(OutputStream out) throws IOException, X;
    }

    /**
     * The same for what is too long to be held: it is read back piece by piece and must have the digest of what was written.
     *
     * @return empty if the source ended before it was complete; the target is then untouched, and nothing else is left
     */
    public <X extends Exception> Optional<Fingerprint> publish(Path target, Existing existing, Source<X> source)
            throws IOException, PublicationException, X {
        Path folder = folder(target, existing);
        try {
            Files.createDirectories(folder);
            Path temporary = temporary(folder, target, Readers.EVERYBODY);
            try {
                MessageDigest written = Fingerprint.sha256();
                if (!write(temporary, new Digested<>(written, source))) {
                    return Optional.empty();
                }
                MessageDigest read = Fingerprint.sha256();
                try (InputStream in = new DigestInputStream(Files.newInputStream(temporary), read)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
                Fingerprint digest = Fingerprint.ofDigest(read.digest());
                if (!digest.equals(Fingerprint.ofDigest(written.digest()))) {
                    throw new PublicationException(target + " reads back differently from what was written");
                }
                move(temporary, target, existing);
                syncFolder(folder);
                return Optional.of(digest);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            throw named(target, e);
        }
    }

    private record Digested<X extends Exception>(MessageDigest digest, Source<X> source) {}

    private static <X extends Exception> boolean write(Path file, Digested<X> content) throws IOException, X {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(
                        new DigestOutputStream(Channels.newOutputStream(channel), content.digest()))) {
            boolean complete = content.source().write(out);
            out.flush();
            channel.force(true);
            return complete;
        }
    }

    private static Path folder(Path target, Existing existing) throws IOException {
        if (existing == Existing.KEEP && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(target + " is not a file");
        }
        if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(target.toString(), null, "This is a folder, and a file is wanted");
        }
        return folder;
    }

    /** The name of the temporary file says nothing to anybody. */
    private static IOException named(Path target, IOException e) {
        if (e instanceof AccessDeniedException denied) {
            AccessDeniedException named = new AccessDeniedException(target.toString(), null, denied.getReason());
            named.initCause(e);
            return named;
        }
        return new NotWrittenException(target, e);
    }

    private static Fingerprint publish(Path target, byte[] content, Existing existing, Check check, Readers readers)
            throws IOException, PublicationException {
        Path folder = folder(target, existing);
        try {
            return publish(target, folder, content, existing, check, readers);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            throw named(target, e);
        }
    }

    private static Fingerprint publish(
            Path target, Path folder, byte[] content, Existing existing, Check check, Readers readers)
            throws IOException, PublicationException {
        Files.createDirectories(folder);
        Path temporary = temporary(folder, target, readers);
        try {
            write(temporary, content);
            byte[] read = Files.readAllBytes(temporary);
            if (!Arrays.equals(read, content)) {
                throw new PublicationException(target + " reads back differently from what was written");
            }
            check.accept(read);
            move(temporary, target, existing);
            syncFolder(folder);
            return Fingerprint.of(read);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Its name begins like the target's, but is short enough for any name that the target may have. */
    private static Path temporary(Path folder, Path target, Readers readers) throws IOException {
        String name = target.getFileName().toString();
        String start = name.codePoints()
                .limit(MOST_CHARACTERS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        try {
            return Files.createTempFile(folder, "." + start, ".part", readers.attributes(folder));
        } catch (FileSystemException e) {
            throw of(target, e);
        }
    }

    /** The same failure, of the file that the caller knows. */
    private static FileSystemException of(Path target, FileSystemException e) {
        FileSystemException named = e instanceof AccessDeniedException
                ? new AccessDeniedException(target.toString(), null, e.getReason())
                : new FileSystemException(target.toString(), null, e.getReason());
        named.initCause(e);
        return named;
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void move(Path temporary, Path target, Existing existing) throws IOException {
        if (existing == Existing.REPLACE) {
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (FileSystemException e) {
                throw of(target, e);
            }
            return;
        }
        try {
            // A rename replaces silently on POSIX; a link to an existing name fails, which is what is wanted.
            Files.createLink(target, temporary);
        } catch (UnsupportedOperationException e) {
            Files.move(temporary, target);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void syncFolder(Path folder) throws IOException {
        if (!isPosix(folder)) {
            return; // Windows cannot open a folder; there the rename itself is durable.
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
