package cairn.app.cli;

import cairn.ca.audit.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Tells a person at a terminal how far long work is, once it took longer than a second, and ends it when somebody wants
 * that.
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Interruption interruption;
    private final InstantSource clock;
    private final PrintWriter err;
    private final boolean terminal;
    private final String words;
    private Instant next;
    private boolean shown;
    private boolean stopped;

    ProgressLine(CliEnvironment environment, String words) {
        this.interruption = environment.interruption();
        this.clock = environment.clock();
        this.err = environment.err();
        this.terminal = environment.terminal();
        this.words = words;
        this.next = clock.instant().plus(PATIENCE);
        interruption.heed();
    }

    @Override
    public boolean goesOn(long done, long total) {
        if (terminal && !clock.instant().isBefore(next)) {
            next = clock.instant().plus(PAUSE);
            shown = true;
            err.print("\r" + words + " " + done + (total > 0 ? " of " + total : ""));
            err.flush();
        }
        stopped = stopped || interruption.isWanted();
        return !stopped;
    }

    /** Ends the line, and the time in which Ctrl-C waits; a command that was stopped still says so. */
    @Override
    public void close() {
        if (shown) {
            err.println();
            err.flush();
        }
        if (!stopped) {
            interruption.overlook();
        }
    }
}
