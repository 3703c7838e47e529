package cairn.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until the test moves it. */
public final class SettableClock implements InstantSource {
    private volatile Instant now;

    private SettableClock(Instant start) {
        now = start;
    }

    /** A clock that shows {@code start}, such as {@code 2030-01-01T00:00:00Z}. */
    public static SettableClock at(String start) {
        return new SettableClock(Instant.parse(start));
    }

    /** A clock that shows {@code start}. */
    public static SettableClock at(Instant start) {
        return new SettableClock(start);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Sets it, forwards or backwards. */
    public synchronized void set(Instant instant) {
        now = instant;
    }

    /** Moves it; a negative duration moves it back. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }
}
