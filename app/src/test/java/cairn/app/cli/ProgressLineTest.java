package cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.session.Session;
import cairn.app.session.Sessions;
import cairn.app.session.Tokens;
import cairn.ca.audit.Progress;
import cairn.ca.storage.NewWorkspace;
import cairn.ca.storage.RegisterRebuild;
import cairn.testkit.SettableClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who watches hears of work that takes longer than a second, now and then; nobody else does. */
final class ProgressLineTest {
    private final SettableClock clock = SettableClock.at("2026-06-01T00:00:00Z");
    private final StringWriter err = new StringWriter();
    private final Interruption interruption = new Interruption();

    /** Nothing is opened here. */
    private static final class NoSessions implements Sessions {
        @Override
        public Session create(Path folder, NewWorkspace workspace) {
            throw new AssertionError("not asked for");
        }

        @Override
        public void requireFree(Path folder) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Session open(Path folder, Progress progress) {
            throw new AssertionError("not asked for");
        }

        @Override
        public RegisterRebuild.Result rebuild(Path folder, Progress progress) {
            throw new AssertionError("not asked for");
        }

        @Override
        public Tokens tokens() {
            throw new AssertionError("not asked for");
        }
    }

    private ProgressLine line(boolean terminal) {
        PrintWriter out = new PrintWriter(new StringWriter());
        return new ProgressLine(
                new CliEnvironment(
                        new NoSessions(),
                        clock,
                        new Console(out, new PrintWriter(err), terminal, interruption),
                        workspace -> false),
                "entry");
    }

    private static void after(SettableClock clock, int millis, ProgressLine line, int done) {
        clock.advance(Duration.ofMillis(millis));
        assertTrue(line.goesOn(done, done == 4 ? 0 : 9));
    }

    @Test
    void itSpeaksAfterASecondAndFourTimesASecondFromThen() {
        try (ProgressLine line = line(true)) {
            after(clock, 999, line, 1);
            assertEquals("", err.toString());
            after(clock, 1, line, 2);
            after(clock, 249, line, 3);
            after(clock, 1, line, 4);
        }
        assertEquals("\rentry 2 of 9\rentry 4" + System.lineSeparator(), err.toString());
    }

    @Test
    void workThatIsShortOrThatNobodyWatchesIsNotTold() {
        try (ProgressLine line = line(true)) {
            after(clock, 500, line, 1);
        }
        try (ProgressLine line = line(false)) {
            after(clock, 5000, line, 1);
        }
        assertEquals("", err.toString());
    }

    @Test
    void aWishToEndEndsTheWorkAndIsWaitedForOnlyMeanwhile() throws Exception {
        try (ProgressLine line = line(false)) {
            assertTrue(interruption.isHeeded());
            assertTrue(line.goesOn(1, 2));
        }
        assertFalse(interruption.isHeeded());
        try (ProgressLine line = line(false)) {
            assertFalse(interruption.stop(Duration.ZERO));
            assertFalse(line.goesOn(1, 2));
        }
        assertFalse(interruption.isOver(), "the command still says what happened");
    }
}
