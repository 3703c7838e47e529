package cairn.ca.publication;

import static cairn.ca.publication.SampleChain.ascii;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cairn.ca.publication.FilePublisher.Existing;
import cairn.ca.x509.Fingerprint;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A published file is there whole or not at all, and what was there before is lost only when that was asked for. */
final class FilePublisherTest {
    private static final byte[] OLD = ascii("old");
    private static final byte[] NEW = ascii("new content");
    private static final FilePublisher.Check ANY = content -> {};

    @TempDir
    private Path folder;

    private final FilePublisher publisher = new FilePublisher();

    @ParameterizedTest
    @EnumSource(Existing.class)
    void aNewFileHoldsTheContentAndItsDigestIsReturned(Existing existing) throws Exception {
        Path file = folder.resolve("a.bin");
        Fingerprint digest = publisher.publish(file, NEW, existing, ANY);
        assertArrayEquals(NEW, Files.readAllBytes(file));
        assertEquals(Fingerprint.of(NEW), digest);
        assertEquals(List.of("a.bin"), names(folder));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 70_000})
    void contentOfAnySizeIsWrittenToItsEnd(int size) throws Exception {
        byte[] content = new byte[size];
        for (int i = 0; i < size; i++) {
            content[i] = (byte) (i * 31);
        }
        publisher.publish(folder.resolve("sized"), content, Existing.KEEP, ANY);
        assertArrayEquals(content, Files.readAllBytes(folder.resolve("sized")));
    }

    @Test
    void aShorterFileLeavesNothingOfTheLongerOneItReplaces() throws Exception {
        Path file = Files.write(folder.resolve("long"), new byte[10_000]);
        publisher.publish(file, NEW, Existing.REPLACE, ANY);
        assertArrayEquals(NEW, Files.readAllBytes(file));
        assertEquals(List.of("long"), names(folder));
    }

    @Test
    void foldersThatAreMissingAreMade() throws Exception {
        Path file = folder.resolve("2026/11/a.pem");
        publisher.publish(file, NEW, Existing.KEEP, ANY);
        assertArrayEquals(NEW, Files.readAllBytes(file));
    }

    @Test
    void theNameAppearsOnlyAfterTheCheck() throws Exception {
        Path file = folder.resolve("a.pem");
        List<String> during = new ArrayList<>();
        publisher.publish(file, NEW, Existing.KEEP, content -> {
            assertArrayEquals(NEW, content);
            during.addAll(unchecked(folder));
        });
        assertEquals(1, during.size());
        assertTrue(during.getFirst().startsWith(".a.pem") && during.getFirst().endsWith(".part"), during::toString);
        assertEquals(List.of("a.pem"), names(folder));
    }

    @Test
    void theOldContentIsThereUntilTheNewOnePassedItsCheck() throws Exception {
        Path file = Files.write(folder.resolve("a.pem"), OLD);
        AtomicReference<byte[]> during = new AtomicReference<>(new byte[0]);
        publisher.publish(file, NEW, Existing.REPLACE, content -> during.set(read(file)));
        assertArrayEquals(OLD, during.get());
        assertArrayEquals(NEW, Files.readAllBytes(file));
    }

    @ParameterizedTest
    @EnumSource(Existing.class)
    void aFailedCheckLeavesEverythingAsItWas(Existing existing) throws Exception {
        Path file = folder.resolve("a.pem");
        if (existing == Existing.REPLACE) {
            Files.write(file, OLD);
        }
        List<String> before = names(folder);
        PublicationException own = new PublicationException("not what was meant");
        PublicationException thrown = assertThrows(
                PublicationException.class,
                () -> publisher.publish(file, NEW, existing, content -> {
                    throw own;
                }));
        assertSame(own, thrown);
        assertEquals(before, names(folder));
        assertTrue(existing == Existing.KEEP || Files.readString(file).equals("old"));
    }

    @Test
    void aCheckThatStumblesLeavesNothingEither() throws Exception {
        assertThrows(
                IllegalStateException.class,
                () -> publisher.publish(folder.resolve("a"), NEW, Existing.KEEP, content -> {
                    throw new IllegalStateException("stumbled");
                }));
        assertEquals(List.of(), names(folder));
    }

    @Test
    void aFileThatAppearsDuringTheCheckIsKept() throws Exception {
        Path file = folder.resolve("a.pem");
        assertThrows(
                FileAlreadyExistsException.class,
                () -> publisher.publish(file, NEW, Existing.KEEP, content -> write(file)));
        assertArrayEquals(OLD, Files.readAllBytes(file));
        assertEquals(List.of("a.pem"), names(folder));
    }

    @Test
    void ofManyWritersOfOneNameExactlyOneSucceeds() throws Exception {
        Path file = folder.resolve("a.pem");
        int succeeded = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                byte[] content = ascii("writer " + i);
                writers.add(threads.submit(() -> wins(file, content)));
            }
            for (Future<Boolean> writer : writers) {
                succeeded += writer.get() ? 1 : 0;
            }
        }
        assertEquals(1, succeeded);
        assertEquals(List.of("a.pem"), names(folder));
        assertTrue(Files.readString(file).matches("writer [0-7]"));
    }

    private boolean wins(Path file, byte[] content) throws Exception {
        try {
            publisher.publish(file, content, Existing.KEEP, ANY);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    @Test
    void aLinkThatLeadsNowhereIsAFileThatExists() throws Exception {
        assumeTrue(posix(), "skipped: needs symbolic links");
        Path link = Files.createSymbolicLink(folder.resolve("a.pem"), folder.resolve("elsewhere"));
        assertThrows(FileAlreadyExistsException.class, () -> publisher.publish(link, NEW, Existing.KEEP, ANY));
        assertEquals(List.of("a.pem"), names(folder));
        assertTrue(Files.isSymbolicLink(link));
    }

    @Test
    void replacingALinkDoesNotTouchWhatItLeadsTo() throws Exception {
        assumeTrue(posix(), "skipped: needs symbolic links");
        Path other = Files.write(folder.resolve("other"), OLD);
        Path link = Files.createSymbolicLink(folder.resolve("a.pem"), other);
        publisher.publish(link, NEW, Existing.REPLACE, ANY);
        assertArrayEquals(OLD, Files.readAllBytes(other));
        assertArrayEquals(NEW, Files.readAllBytes(link));
        assertFalse(Files.isSymbolicLink(link));
    }

    @Test
    void aFolderIsNeverReplacedByAFile() throws Exception {
        Path target = Files.createDirectory(folder.resolve("a"));
        Files.write(target.resolve("inner"), OLD);
        assertThrows(IOException.class, () -> publisher.publish(target, NEW, Existing.REPLACE, ANY));
        assertThrows(FileAlreadyExistsException.class, () -> publisher.publish(target, NEW, Existing.KEEP, ANY));
        assertEquals(List.of("inner"), names(target));
        assertEquals(List.of("a"), names(folder));
    }

    @Test
    void aFileInThePlaceOfAFolderIsLeftAlone() throws Exception {
        Path file = Files.write(folder.resolve("a"), OLD);
        assertThrows(IOException.class, () -> publisher.publish(file.resolve("b"), NEW, Existing.REPLACE, ANY));
        assertArrayEquals(OLD, Files.readAllBytes(file));
    }

    @Test
    void whatTheSystemDoesNotWriteIsNamedWithItsReasonAndNothingIsLeft() throws Exception {
        Path file = folder.resolve("n".repeat(300));
        NotWrittenException refusal =
                assertThrows(NotWrittenException.class, () -> publisher.publish(file, NEW, Existing.KEEP, ANY));
        assertEquals(file.toString(), refusal.getFile());
        assertFalse(String.valueOf(refusal.getReason()).isBlank());
        assertEquals(List.of(), names(folder));
    }

    @Test
    void theTopOfTheFileSystemIsNoFile() {
        IOException refusal =
                assertThrows(IOException.class, () -> publisher.publish(folder.getRoot(), NEW, Existing.REPLACE, ANY));
        assertTrue(String.valueOf(refusal.getMessage()).contains("is not a file"), refusal::toString);
    }

    @Test
    void aFolderThatMayNotBeWrittenToStaysAsItIs() throws Exception {
        assumeTrue(posix(), "skipped: needs POSIX permissions");
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Path old = Files.write(locked.resolve("a.pem"), OLD);
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeFalse(Files.isWritable(locked), "skipped: this user may write everywhere");
            assertThrows(IOException.class, () -> publisher.publish(old, NEW, Existing.REPLACE, ANY));
            assertArrayEquals(OLD, Files.readAllBytes(old));
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @ParameterizedTest
    @EnumSource(Existing.class)
    void nobodyButTheOwnerMayReadWhatMayHoldAKey(Existing existing) throws Exception {
        assumeTrue(posix(), "skipped: needs POSIX permissions");
        Path file = folder.resolve("store.p12");
        if (existing == Existing.REPLACE) {
            Files.write(file, OLD);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
        publisher.publishForOwner(file, NEW, existing, ANY);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @ParameterizedTest
    @EnumSource(Existing.class)
    void whoMayReadWhatIsPublicIsLeftToTheSystem(Existing existing) throws Exception {
        assumeTrue(posix(), "skipped: needs POSIX permissions");
        Path usual = Files.createFile(folder.resolve("usual"));
        Path file = folder.resolve("chain.pem");
        if (existing == Existing.REPLACE) {
            Files.write(file, OLD);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        publisher.publish(file, NEW, existing, ANY);
        assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(file));
    }

    @Test
    void aFileSystemThatKnowsNoOwnersTakesFilesToo() throws Exception {
        try (FileSystem archive = FileSystems.newFileSystem(folder.resolve("archive.zip"), Map.of("create", "true"))) {
            assertFalse(archive.supportedFileAttributeViews().contains("posix"));
            Path open = archive.getPath("/out/chain.pem");
            Path closed = archive.getPath("/out/store.p12");
            publisher.publish(open, NEW, Existing.KEEP, ANY);
            publisher.publishForOwner(closed, OLD, Existing.KEEP, ANY);
            assertArrayEquals(NEW, Files.readAllBytes(open));
            assertArrayEquals(OLD, Files.readAllBytes(closed));
        }
    }

    private boolean posix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> unchecked(Path folder) throws PublicationException {
        try {
            return names(folder);
        } catch (IOException e) {
            throw new PublicationException("the folder cannot be listed", e);
        }
    }

    private static byte[] read(Path file) throws PublicationException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new PublicationException("the file cannot be read", e);
        }
    }

    private static void write(Path file) throws PublicationException {
        try {
            Files.write(file, OLD);
        } catch (IOException e) {
            throw new PublicationException("the file cannot be written", e);
        }
    }
}
