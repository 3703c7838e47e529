package cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class InterruptionTest {
    private final Interruption interruption = new Interruption();

    @Test
    void whatDoesNotAskBetweenItsStepsEndsAtOnce() throws Exception {
        assertFalse(interruption.isWanted());
        assertTrue(interruption.stop(Duration.ofDays(1)));
        assertTrue(interruption.isWanted());
        assertFalse(interruption.isOver());
    }

    @Test
    void theStepInHandIsWaitedFor() throws Exception {
        interruption.heed();
        assertTrue(interruption.isHeeded());
        assertFalse(interruption.stop(Duration.ZERO), "the step is not over");
        interruption.ended();
        assertTrue(interruption.isOver());
        assertTrue(interruption.stop(Duration.ofDays(1)));
    }

    @Test
    void aStepThatIsOverIsNotWaitedFor() throws Exception {
        interruption.heed();
        interruption.overlook();
        assertFalse(interruption.isHeeded());
        assertTrue(interruption.stop(Duration.ofDays(1)));
        Interruption late = new Interruption();
        late.heed();
        assertFalse(late.stop(Duration.ZERO));
        late.overlook();
        assertTrue(late.isOver(), "the wish came while the step was in hand");
    }
}
