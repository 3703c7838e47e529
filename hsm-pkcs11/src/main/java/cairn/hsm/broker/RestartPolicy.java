package cairn.hsm.broker;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * When a broker that died may be started again: at once the first time, then after pauses that double; after six deaths
 * without a success in between only once a minute, and until then everybody is told so at once. Safe for several threads.
 */
final class RestartPolicy {
    private static final int OPENS_AFTER = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration COOL_DOWN = Duration.ofMinutes(1);
    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(10);

    private final InstantSource clock;
    private volatile int deaths;
    private Instant last = Instant.MIN;

    RestartPolicy(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void died() {
        Instant now = clock.instant();
        if (deaths > 0 && Duration.between(last, now).compareTo(FORGIVEN_AFTER) > 0) {
            deaths = 0;
        }
        deaths++;
        last = now;
    }

    void worked() {
        if (deaths != 0) {
            deaths = 0;
        }
    }

    int deaths() {
        return deaths;
    }

    /** How long to wait before the next start. */
    synchronized Duration pause() {
        int count = deaths;
        if (count < 2) {
            return Duration.ZERO;
        }
        Duration pause = count >= OPENS_AFTER ? Duration.ZERO : FIRST_PAUSE.multipliedBy(1L << (count - 2));
        return left(pause);
    }

    /** Until when nothing is started at all, if the broker has died too often. */
    synchronized Optional<Instant> refusedUntil() {
        return deaths >= OPENS_AFTER && left(COOL_DOWN).isPositive()
                ? Optional.of(last.plus(COOL_DOWN))
                : Optional.empty();
    }

    private Duration left(Duration pause) {
        Duration since = Duration.between(last, clock.instant());
        // A clock that was set back says nothing about how long it has been.
        return since.isNegative()
                ? Duration.ZERO
                : pause.minus(since).isNegative() ? Duration.ZERO : pause.minus(since);
    }
}
