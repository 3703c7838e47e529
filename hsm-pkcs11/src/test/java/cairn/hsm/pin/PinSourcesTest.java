package cairn.hsm.pin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenSelector;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinSourcesTest {
    private static final TokenSelector TOKEN = new TokenSelector("any", Optional.empty());

    @TempDir
    private Path folder;

    /** Prints what it is given, for tests that need descriptors of a process of their own. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] arguments) throws TokenException {
            PinSource source = new PinDescriptor(Integer.parseInt(arguments[0]));
            System.out.println(text(source));
            try {
                System.out.println(text(source));
            } catch (TokenException e) {
                System.out.println(e.failure());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "1234,1234",
                "\"1234\n\",1234",
                "\"1234\r\n\",1234",
                "\"12\n34\n\n\",\"12\n34\n\"",
                "\" 1 \",\" 1 \""
            })
    void oneTrailingLineBreakIsTakenOff(String content, String pin) throws Exception {
        assertEquals(pin, text(new PinFile(file("rw-------", content))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void anEmptyFileHoldsNoPin(String content) throws Exception {
        refused(new PinFile(file("r--------", content)), "holds no PIN");
    }

    @Test
    void aBookIsNoPin() throws Exception {
        refused(new PinFile(file("rw-------", "x".repeat(1025))), "too long");
        assertEquals(
                1024,
                text(new PinFile(file("rw-------", "x".repeat(1024) + "\n"))).length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwxrwxrwx", "rw---x---"})
    void aFileOpenToOthersIsRefused(String mode) throws Exception {
        refused(new PinFile(file(mode, "1234")), "others may read or write it");
    }

    @Test
    void anotherUsersFileIsRefused() throws Exception {
        Path file = file("rw-------", "1234");
        try {
            Files.setAttribute(file, "unix:uid", 12_345);
        } catch (IOException e) {
            Assumptions.abort("only the superuser may give files away");
        }
        refused(new PinFile(file), "belongs to another user");
    }

    @Test
    void ownLinksAreFollowedToACheckedFile() throws Exception {
        Path file = file("rw-------", "1234");
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.createSymbolicLink(inner.resolve("relative"), Path.of("..", "pin"));
        Files.createSymbolicLink(folder.resolve("chain"), inner.resolve("relative"));
        Files.createSymbolicLink(folder.resolve("way"), inner);
        assertEquals("1234", text(new PinFile(folder.resolve("chain"))));
        assertEquals("1234", text(new PinFile(folder.resolve("way").resolve("relative"))));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        refused(new PinFile(folder.resolve("chain")), "others may read");
    }

    @Test
    void aLinkOfAnotherUserOrInAnOpenFolderIsRefused() throws Exception {
        file("rw-------", "1234");
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.createSymbolicLink(open.resolve("link"), folder.resolve("pin"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        refused(new PinFile(open.resolve("link")), "anybody may replace");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwx------"));
        assertEquals("1234", text(new PinFile(open.resolve("link"))));
        Path circle = Files.createSymbolicLink(folder.resolve("circle"), folder.resolve("circle"));
        refused(new PinFile(circle), "too many symbolic links");
    }

    @Test
    void foldersAndMissingFilesAreRefused() throws Exception {
        refused(new PinFile(folder), "not a plain file");
        refused(new PinFile(folder.resolve("nowhere")), "cannot be read");
    }

    @Test
    void aDescriptorOfThisProcess() throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(file("rw-------", "0000").toFile(), "r")) {
            int number = descriptor(folder.resolve("pin"));
            assertTrue(file.getFD().valid());
            assertEquals("0000", text(new PinDescriptor(number)));
        }
        assertThrows(IllegalArgumentException.class, () -> new PinDescriptor(2));
        assertThrows(IllegalArgumentException.class, () -> new PinDescriptor(-1));
        refused(new PinDescriptor(4_000), "cannot be read from descriptor 4000");
    }

    private static int descriptor(Path file) throws IOException {
        try (var all = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path one : all) {
                if (Files.isSymbolicLink(one) && Files.readSymbolicLink(one).equals(file.toRealPath())) {
                    return Integer.parseInt(one.getFileName().toString());
                }
            }
        }
        throw new AssertionError("no descriptor of " + file);
    }

    @Test
    void aPipeGivesThePinOnce() throws Exception {
        Process process = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "printf '4711\\n' | \"$0\" -cp \"$1\" \"$2\" 0",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        System.getProperty("java.class.path"),
                        Reader.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals("4711\nLOGIN_REQUIRED\n", said);
    }

    @Test
    void aServiceCredential() throws Exception {
        Path credential = file("r--r-----", "1234\n");
        assertEquals(
                "1234", text(new PinCredential(folder, credential.getFileName().toString())));
        Files.setPosixFilePermissions(credential, PosixFilePermissions.fromString("r--r--r--"));
        refused(new PinCredential(folder, "pin"), "others may read");
        for (String name : new String[] {"../pin", "/pin", "", "..", "a/b"}) {
            assertThrows(IllegalArgumentException.class, () -> new PinCredential(folder, name), name);
        }
    }

    private Path file(String mode, String content) throws IOException {
        Path file = folder.resolve("pin");
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static void refused(PinSource source, String why) {
        TokenException refusal = assertThrows(TokenException.class, () -> text(source));
        assertEquals(Failure.LOGIN_REQUIRED, refusal.failure());
        assertTrue(String.valueOf(refusal.getMessage()).contains(why), refusal.getMessage());
    }

    private static String text(PinSource source) throws TokenException {
        try (Pin pin = source.request(TOKEN, PinSource.Role.USER)) {
            return new String(pin.octets().toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
        }
    }
}
