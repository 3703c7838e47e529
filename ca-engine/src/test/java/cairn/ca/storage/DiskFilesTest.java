package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.JournalFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real files: whole reads and writes, no file over another, and errors as the system says them. */
final class DiskFilesTest {
    private final DiskFiles files = new DiskFiles();

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("f");
    }

    private static ByteBuffer octets(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length);
        for (int value : values) {
            buffer.put((byte) value);
        }
        return buffer.flip();
    }

    @Test
    void aFileIsMadeOnceAndForItsOwnerAlone() throws Exception {
        files.create(file()).close();
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file()));
        assertThrows(FileAlreadyExistsException.class, () -> files.create(file()));
        assertThrows(NoSuchFileException.class, () -> files.open(folder.resolve("nowhere")));
        assertThrows(NoSuchFileException.class, () -> files.openForReading(folder.resolve("nowhere")));
        assertFalse(Files.exists(folder.resolve("nowhere")));
    }

    @Test
    void aFullDiskIsNamedByTheFileThatItDidNotTake() throws Exception {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "skipped: needs /dev/full");
        try (JournalFile file = files.open(full)) {
            FileSystemException failure = assertThrows(FileSystemException.class, () -> file.write(0, octets(1)));
            assertEquals(full + ": No space left on device", DiskWords.of(failure));
        }
    }

    @Test
    void theReasonsThatJavaLeavesOutAreSaid() {
        FileSystemException denied = new AccessDeniedException("f");
        assertEquals("f: permission denied", DiskWords.of(denied));
        NoSuchFileException missing = assertThrows(NoSuchFileException.class, () -> files.open(file()));
        assertEquals(file() + ": no such file or folder", DiskWords.of(missing));
        assertEquals("torn", DiskWords.of(new IOException("torn")));
    }

    @Test
    void whatIsWrittenAtAPlaceIsReadThereAndTheEndIsAnEnd() throws Exception {
        try (JournalFile file = files.create(file())) {
            file.write(0, octets(1, 2, 3, 4));
            file.write(2, octets(9, 8, 7));
            file.force();
            assertEquals(5, file.size());
            ByteBuffer all = ByteBuffer.allocate(10);
            assertEquals(5, file.read(0, all), "no more than there is");
            assertEquals(0, file.read(5, ByteBuffer.allocate(1)));
            ByteBuffer part = ByteBuffer.allocate(2);
            assertEquals(2, file.read(3, part));
            assertArrayEquals(new byte[] {8, 7}, part.array());
            file.truncate(1);
            assertEquals(1, file.size());
        }
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(file()));
    }

    @Test
    void whoOpensForReadingCannotWrite() throws Exception {
        Files.write(file(), new byte[] {1});
        try (JournalFile file = files.openForReading(file())) {
            assertThrows(NonWritableChannelException.class, () -> file.write(0, octets(2)));
            assertEquals(1, file.read(0, ByteBuffer.allocate(1)));
        }
        try (JournalFile file = files.open(file())) {
            file.write(0, octets(3));
        }
        assertArrayEquals(new byte[] {3}, Files.readAllBytes(file()));
    }

    @Test
    void aMoveReplacesAFileAndAFailedOneLeavesBoth() throws Exception {
        Path target = folder.resolve("g");
        Files.write(file(), new byte[] {1});
        Files.write(target, new byte[] {2});
        files.move(file(), target);
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(target));
        assertFalse(Files.exists(file()));
        Path full = folder.resolve("d");
        Files.createDirectories(full.resolve("x"));
        assertThrows(IOException.class, () -> files.move(target, full));
        assertThrows(NoSuchFileException.class, () -> files.move(file(), target));
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(target));
        files.delete(target);
        files.delete(target);
        files.forceFolder(folder);
        assertThrows(IOException.class, () -> files.forceFolder(target));
    }

    /** The system's own full disk. */
    @Test
    void aDiskThatIsFullIsAnErrorAndNotAShortWrite() throws Exception {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.isWritable(full), "Skipped: this system has no /dev/full.");
        try (JournalFile file = files.open(full)) {
            IOException said = assertThrows(IOException.class, () -> file.write(0, octets(1, 2, 3)));
            assertTrue(String.valueOf(said.getMessage()).contains("No space left"), said.getMessage());
        }
    }
}
