package cairn.app.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Somebody's wish that the command end (Ctrl-C). A command that writes in steps heeds it from its first step on: the step in
 * hand ends in order. All others, and a command that still asks for a PIN, end at once; the journal is made for that.
 */
public final class Interruption {
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean heeded;
    private volatile boolean wanted;

    /** From now on the command asks between its steps. */
    void heed() {
        heeded = true;
    }

    /** What asked is over and was not ended: from now on the command ends at once again, also if that was wished before. */
    void overlook() {
        heeded = false;
        if (wanted) {
            ended();
        }
    }

    /** Whether somebody wants the command to end. */
    boolean isWanted() {
        return wanted;
    }

    /** The command is over. */
    public void ended() {
        ended.countDown();
    }

    /** Whether the command is over. */
    public boolean isOver() {
        return ended.getCount() == 0;
    }

    /** Whether {@link #stop} would have to wait for a step. */
    public boolean isHeeded() {
        return heeded;
    }

    /** Wishes the end and waits for the step in hand; false if it took longer than {@code patience}. */
    public boolean stop(Duration patience) throws InterruptedException {
        wanted = true;
        return !heeded || ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
