package cairn.app.session;

import java.time.Duration;

/**
 * How many requests share one durable step: as many as take about half a second, since each step has a price of its own,
 * while a person wants to see progress, and a stop waits for the step in hand. A fast token gets large steps, a slow one
 * small ones.
 */
public final class ChunkSize {
    /** The largest step: more would not make a certificate cheaper. */
    public static final int MOST = 500;

    private static final int FIRST = 25;
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(1);

    private int size = FIRST;

    /** How many to take next. */
    public int next() {
        return size;
    }

    /** Learns from a step of the size {@link #next()}. */
    public void took(Duration time) {
        if (time.compareTo(SHORT) < 0) {
            size = Math.min(MOST, 2 * size);
        } else if (time.compareTo(LONG) > 0) {
            size = Math.max(1, size / 2);
        }
    }
}
