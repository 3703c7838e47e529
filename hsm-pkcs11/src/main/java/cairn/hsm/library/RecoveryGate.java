package cairn.hsm.library;

import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps a dead token from being reinitialised by every caller: after a failed recovery the next one waits 1, 2, 4 and
 * at most 60 seconds, and requests in between fail at once.
 */
final class RecoveryGate {
    private static final int LONGEST_SECONDS = 60;

    private final InstantSource time;
    private int failures;
    private Instant notBefore = Instant.MIN;

    RecoveryGate(InstantSource time) {
        this.time = time;
    }

    /** Refuses while it is too early. */
    synchronized void requireOpen() throws TokenException {
        Instant now = time.instant();
        if (now.isBefore(notBefore)) {
            throw new TokenException(
                    Failure.TOKEN_ABSENT,
                    "the token could not be reached again " + failures + " times; the next attempt is due in "
                            + (Duration.between(now, notBefore).toSeconds() + 1) + " s");
        }
    }

    synchronized void failed() {
        failures++;
        long pause = failures > 6 ? LONGEST_SECONDS : Math.min(LONGEST_SECONDS, 1L << (failures - 1));
        notBefore = time.instant().plusSeconds(pause);
    }

    synchronized void succeeded() {
        failures = 0;
        notBefore = Instant.MIN;
    }
}
