package cairn.ca.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.engine.Faults;
import cairn.ca.engine.MemoryJournal;
import cairn.testkit.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A clock that went back is found out by the journal. */
final class TrustedClockTest {
    private final SettableClock source = SettableClock.at("2030-01-01T00:00:00.5Z");
    private final MemoryJournal journal = new MemoryJournal(source, new Faults());
    private final TrustedClock clock = new TrustedClock(source, journal);

    @Test
    void withoutARecordEveryTimeIsBelieved() throws Exception {
        assertEquals(source.instant(), clock.now());
    }

    @Test
    void theSameMomentAndLaterOnesAreBelievedEarlierOnesAreNot() throws Exception {
        journal.append(new AuditEvent.WorkspaceOpened("test"));
        assertEquals(source.instant(), clock.now());
        source.advance(Duration.ofHours(1));
        assertEquals(source.instant(), clock.now());
        source.advance(Duration.ofHours(-1).minusMillis(1));
        ClockException refused = assertThrows(ClockException.class, clock::now);
        assertTrue(String.valueOf(refused.getMessage()).contains("2030-01-01T00:00:00.500Z"));
    }
}
