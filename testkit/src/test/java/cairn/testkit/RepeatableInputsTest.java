package cairn.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** Clock, randomness, test data and SoftHSM as tests get them. */
final class RepeatableInputsTest {
    @Test
    void theClockMovesOnlyWhenTold() {
        SettableClock clock = SettableClock.at("2030-01-01T00:00:00Z");
        Instant start = clock.instant();
        assertEquals(start, clock.instant());
        clock.advance(Duration.ofDays(1));
        assertEquals(Instant.parse("2030-01-02T00:00:00Z"), clock.instant());
        clock.set(start.minusSeconds(1));
        assertEquals(Instant.parse("2029-12-31T23:59:59Z"), clock.instant());
    }

    @Test
    void oneSeedGivesOneStream() {
        byte[] once = new byte[100];
        byte[] again = new byte[100];
        byte[] other = new byte[100];
        SeededRandom.of(7).nextBytes(once);
        SeededRandom.of(7).nextBytes(again);
        SeededRandom.of(8).nextBytes(other);
        assertArrayEquals(once, again);
        assertFalse(Arrays.equals(once, other));
        assertFalse(Arrays.equals(Arrays.copyOf(once, 32), Arrays.copyOfRange(once, 32, 64)));
    }

    @Test
    void laterSeedsDoNotDisturbTheStream() {
        var random = SeededRandom.of(7);
        random.setSeed(99);
        assertEquals(SeededRandom.of(7).nextLong(), random.nextLong());
    }

    @Test
    void missingTestDataSkipWithAPath() {
        TestAbortedException skipped =
                assertThrows(TestAbortedException.class, () -> TestData.require("no/such/file.tsv"));
        assertTrue(String.valueOf(skipped.getMessage()).contains("no/such/file.tsv"), skipped.getMessage());
    }

    @Test
    void testDataAreFoundBesideTheCheckout() {
        assertTrue(Files.isRegularFile(TestData.require("README.md")));
    }

    @Test
    void softHsmGetsATokenOfTheTestsOwn(@TempDir Path folder) throws Exception {
        SoftHsm hsm = SoftHsm.withToken(folder, "granite");
        assertTrue(Files.readString(hsm.configuration())
                .contains(hsm.tokenFolder().toAbsolutePath().toString()));
        try (var tokens = Files.list(hsm.tokenFolder())) {
            assertEquals(1, tokens.count());
        }
        String slots = ExternalTool.require("softhsm2-util", "softhsm2")
                .with("SOFTHSM2_CONF", hsm.configuration().toString())
                .expectSuccess("--show-slots")
                .text();
        assertTrue(slots.contains("granite"), slots);
    }
}
