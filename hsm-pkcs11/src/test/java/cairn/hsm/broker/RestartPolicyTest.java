package cairn.hsm.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cairn.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
    private final SettableClock clock = SettableClock.at("2030-01-01T00:00:00Z");
    private final RestartPolicy policy = new RestartPolicy(clock);

    @Test
    void theFirstRestartIsAtOnceThenPausesDouble() {
        assertEquals(Duration.ZERO, policy.pause());
        long[] expected = {0, 200, 400, 800, 1_600};
        for (long millis : expected) {
            policy.died();
            assertEquals(Duration.ofMillis(millis), policy.pause());
            assertEquals(Optional.empty(), policy.refusedUntil());
        }
        clock.advance(Duration.ofMillis(600));
        assertEquals(Duration.ofSeconds(1), policy.pause(), "what has passed counts");
    }

    @Test
    void afterSixDeathsItRefusesForAMinuteAndThenTriesOnceAMinute() {
        die(6);
        assertEquals(Optional.of(Instant.parse("2030-01-01T00:01:00Z")), policy.refusedUntil());
        clock.advance(Duration.ofSeconds(60));
        assertEquals(Optional.empty(), policy.refusedUntil());
        assertEquals(Duration.ZERO, policy.pause());
        policy.died();
        assertEquals(Optional.of(Instant.parse("2030-01-01T00:02:00Z")), policy.refusedUntil());
    }

    @Test
    void successForgetsAndSoDoesALongPeace() {
        die(6);
        policy.worked();
        assertEquals(0, policy.deaths());
        assertEquals(Optional.empty(), policy.refusedUntil());
        die(3);
        clock.advance(Duration.ofMinutes(11));
        policy.died();
        assertEquals(1, policy.deaths());
    }

    @Test
    void aClockThatIsSetBackDoesNotLockAnybodyOut() {
        die(6);
        clock.set(Instant.parse("2020-01-01T00:00:00Z"));
        assertEquals(Optional.empty(), policy.refusedUntil());
        assertEquals(Duration.ZERO, policy.pause());
    }

    private void die(int times) {
        for (int i = 0; i < times; i++) {
            policy.died();
        }
    }
}
