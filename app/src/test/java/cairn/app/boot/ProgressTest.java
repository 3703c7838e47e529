package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.cli.Interruption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Long work that somebody ends leaves the workspace as it was, or as the next command makes it whole. */
final class ProgressTest {
    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    @BeforeEach
    void start() throws Exception {
        cairn.makeAuthorities();
    }

    private static Interruption stopped() throws InterruptedException {
        Interruption interruption = new Interruption();
        assertTrue(interruption.stop(Duration.ZERO));
        return interruption;
    }

    @Test
    void aRebuildThatIsStoppedLeavesTheOldRegister() throws Exception {
        assertEquals(1, cairn.run(stopped(), "workspace", "rebuild", "-w", cairn.workspace()));
        assertTrue(cairn.err().contains("code: S-7"), cairn::err);
        try (var files = Files.list(Path.of(cairn.workspace()))) {
            assertEquals(
                    1, files.filter(file -> file.toString().endsWith(".mv.db")).count());
        }
        assertTrue(cairn.done("authority", "list").contains("CN=Issuing"));
        assertEquals("", cairn.err(), "nothing was found half done");
        assertTrue(cairn.done("workspace", "rebuild").contains("was rebuilt"));
        assertEquals("", cairn.err());
    }

    @Test
    void aListThatIsStoppedTakesNoNumber() throws Exception {
        Path out = cairn.file("list.crl");
        String[] sign = {
            "crl",
            "sign",
            "root",
            "--out",
            out.toString(),
            "--pin-file",
            cairn.pinFile().toString(),
            "-w",
            cairn.workspace()
        };
        assertEquals(1, cairn.run(stopped(), sign));
        assertTrue(cairn.err().contains("code: C-5"), cairn::err);
        assertFalse(Files.exists(out));
        assertEquals("", cairn.done("crl", "show", "root"));
        assertEquals(0, cairn.run(sign));
        assertTrue(cairn.out().contains("Signed CRL 1 of root"), cairn::out);
        assertTrue(Files.exists(out));
        assertEquals("", cairn.err(), "nothing of progress where nobody watches");
    }
}
