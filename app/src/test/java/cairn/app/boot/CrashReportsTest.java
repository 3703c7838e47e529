package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.problem.Problem;
import cairn.testkit.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of a bug says where it happened, and nothing of the workspace. */
final class CrashReportsTest {
    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-24T12:00:00Z"));

    @TempDir
    private Path folder;

    private static Exception failure() {
        return new IllegalStateException("CN=secret-device", new IllegalArgumentException("/home/someone/ws"));
    }

    @Test
    void theReportHasTypesAndPlacesButNoMessages() throws Exception {
        Problem problem = new CrashReports(folder.resolve("reports"), clock).of(failure());
        Path file = Path.of(problem.where());
        String text = Files.readString(file);
        assertTrue(text.contains("java.lang.IllegalStateException"), text);
        assertTrue(text.contains("caused by java.lang.IllegalArgumentException"), text);
        assertTrue(text.contains("CrashReportsTest.failure"), text);
        assertFalse(text.contains("secret-device"), text);
        assertFalse(text.contains("someone"), text);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("B-1", problem.code());
    }

    @Test
    void aSecondReportOfTheSameInstantReplacesNothing() throws Exception {
        CrashReports reports = new CrashReports(folder, clock);
        String first = reports.of(failure()).where();
        String before = Files.readString(Path.of(first));
        assertFalse(reports.of(new IllegalStateException("other")).where().equals(first));
        assertEquals(before, Files.readString(Path.of(first)));
    }

    @Test
    void whereNothingCanBeWrittenTheBugIsStillTold() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(
                "B-1",
                new CrashReports(file.resolve("below"), clock).of(failure()).code());
    }
}
