package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.junit.jupiter.api.Test;

final class DiskWordsTest {
    @Test
    void theReasonIsAlwaysSaid() {
        assertEquals("/a/b: permission denied", DiskWords.of(new AccessDeniedException("/a/b")));
        assertEquals("/a/b: no such file or folder", DiskWords.of(new NoSuchFileException("/a/b")));
        assertEquals("/a/b: it is not a folder", DiskWords.of(new NotDirectoryException("/a/b")));
        assertEquals(
                "/a/b: Read-only file system",
                DiskWords.of(new FileSystemException("/a/b", null, "Read-only file system")));
        assertEquals("No space left on device", DiskWords.of(new IOException("No space left on device")));
        assertEquals("EOFException", DiskWords.of(new EOFException()));
    }
}
