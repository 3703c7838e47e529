package cairn.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Steps of about half a second, on a token of any speed. */
final class ChunkSizeTest {
    private final ChunkSize size = new ChunkSize();

    /** What a step takes at last on a token that makes so many signatures a second. */
    private Duration settled(double perSecond) {
        Duration last = Duration.ZERO;
        for (int i = 0; i < 20; i++) {
            last = Duration.ofNanos((long) (1e9 * size.next() / perSecond));
            size.took(last);
        }
        return last;
    }

    @Test
    void aFastTokenGetsTheLargestSteps() {
        settled(5000);
        assertEquals(ChunkSize.MOST, size.next());
    }

    @Test
    void stepsTakeFromAThirdOfASecondToASecond() {
        for (double perSecond : new double[] {1200, 300, 77, 20, 3}) {
            Duration last = settled(perSecond);
            assertTrue(last.toMillis() >= 300 && last.toMillis() <= 1000, perSecond + " a second: " + last);
        }
    }

    @Test
    void aVerySlowTokenSignsOneAtATime() {
        settled(0.2);
        assertEquals(1, size.next());
        settled(5000);
        assertEquals(ChunkSize.MOST, size.next(), "it may become faster again");
    }
}
