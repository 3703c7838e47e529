package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One program at a time: who is in is named, and a program that died is in nobody's way. */
final class WorkspaceLockTest {
    private static final Instant NOW = Instant.parse("2030-06-01T12:00:00.789Z");

    @TempDir
    Path folder;

    /** Takes the lock, says so and waits to be killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            try (var _ = WorkspaceLock.take(Path.of(arguments[0]), "bob@elsewhere", NOW)) {
                System.out.println("taken");
                new CountDownLatch(1).await();
            } catch (WorkspaceException.InUse e) {
                System.out.println("in use");
            }
        }
    }

    private Path file() {
        return folder.resolve("workspace.lock");
    }

    private WorkspaceLock take() throws WorkspaceException {
        return WorkspaceLock.take(file(), "ann@desk", NOW);
    }

    private String refused() {
        return String.valueOf(
                assertThrows(WorkspaceException.InUse.class, this::take).getMessage());
    }

    @Test
    void aSecondTakerInThisProcessIsToldWhoIsInAndTheFirstIsNotDisturbed() throws Exception {
        String holder = "ann@desk, process " + ProcessHandle.current().pid() + ", since 2030-06-01T12:00:00Z";
        try (var _ = take()) {
            for (int i = 0; i < 2; i++) {
                assertEquals(
                        "The workspace " + folder + " is already open: by " + holder
                                + ". Close that program first, or wait until it is done.",
                        refused());
            }
        }
        assertEquals(holder, Files.readString(file()));
        take().close();
    }

    @Test
    void anotherLiveProcessKeepsItAndItsDeathGivesItBack() throws Exception {
        Process process = holder();
        try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
            assertEquals("taken", lines.readLine());
            assertTrue(refused().contains("by bob@elsewhere, process " + process.pid() + ", since"), this::refused);
            // What stands in the file is anybody's text, and shown as such.
            Files.writeString(file(), "  \n");
            assertTrue(refused().contains("already open: by a program that did not leave its name."), this::refused);
            Files.writeString(file(), "eve\u001B[2J\u202E" + "x".repeat(5000));
            String shown = refused();
            assertTrue(shown.codePoints().noneMatch(c -> c == 0x1B || c == 0x202E), shown);
            assertTrue(shown.contains("by eve") && shown.length() < 1300, shown);
        } finally {
            process.destroyForcibly().waitFor();
        }
        take().close();
        assertFalse(Files.readString(file()).contains("eve"), "its name does not outlive the next taker");
    }

    /** On POSIX systems a process loses its locks of a file when it closes any descriptor of it. */
    @ParameterizedTest
    @ValueSource(strings = {".", "../link"})
    void aFailedTryInThisProcessDoesNotGiveTheLockAway(String way) throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(folder.resolve("link"), real);
        Path file = real.resolve("workspace.lock");
        try (var _ = WorkspaceLock.take(file, "ann", NOW)) {
            Path again = real.resolve(way).resolve("workspace.lock");
            assertThrows(WorkspaceException.InUse.class, () -> WorkspaceLock.take(again, "ann", NOW));
            Process process = holder(file);
            try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
                assertEquals("in use", lines.readLine());
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** The text is for people only; whatever stands there, nobody holds the lock. */
    @ParameterizedTest
    @ValueSource(strings = {"", "bob, process 1, since 2030-01-01T00:00:00Z", "\u0000\u001B[2J"})
    void aTextAloneKeepsNobodyOut(String left) throws Exception {
        Files.writeString(file(), left.repeat(100));
        take().close();
        assertTrue(Files.readString(file()).startsWith("ann@desk, process "));
        assertFalse(Files.readString(file()).contains("bob"));
    }

    @Test
    void aFolderInItsPlaceAndAMissingWorkspaceAreUnusable() throws Exception {
        Files.createDirectory(file());
        WorkspaceException.Unusable taken = assertThrows(WorkspaceException.Unusable.class, this::take);
        assertTrue(String.valueOf(taken.getMessage()).startsWith("The lock " + file() + " cannot be taken: "));
        Path nowhere = folder.resolve("nowhere").resolve("workspace.lock");
        assertThrows(WorkspaceException.Unusable.class, () -> WorkspaceLock.take(nowhere, "ann", NOW));
        assertFalse(Files.exists(nowhere.getParent()));
    }

    private Process holder() throws IOException {
        return holder(file());
    }

    private static Process holder(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
