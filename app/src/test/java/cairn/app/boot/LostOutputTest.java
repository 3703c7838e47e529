package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the real program prints into a full disk, and to a reader that has left. */
final class LostOutputTest {
    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    private ProcessBuilder program(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(errors());
    }

    private File errors() {
        return cairn.file("errors").toFile();
    }

    @Test
    void wordsThatAFullDiskDoesNotTakeAreNotCalledPrinted() throws Exception {
        File full = new File("/dev/full");
        Assumptions.assumeTrue(full.exists(), "Skipped: there is no /dev/full.");
        cairn.done("workspace", "init");
        for (String[] arguments : new String[][] {
            {"workspace", "info", "-w", cairn.workspace()},
            {"workspace", "info", "--json", "-w", cairn.workspace()},
            {"issue", "--help"}
        }) {
            assertEquals(5, program(arguments).redirectOutput(full).start().waitFor());
            String words = Files.readString(errors().toPath());
            assertTrue(words.contains("code: S-10") && words.contains("No space left on device"), words);
        }
    }

    @Test
    void aReaderThatHasLeftIsNoFailure() throws Exception {
        Process process = program("completion").start();
        process.getInputStream().close();
        assertEquals(0, process.waitFor());
        assertEquals("", Files.readString(errors().toPath()));
    }
}
