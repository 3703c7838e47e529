package cairn.ca.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one line that people print, keep and type in again. */
final class CheckpointTest {
    private static final String HEX = Examples.DIGEST.hex();

    @Property(tries = 200)
    void whatIsPrintedIsReadAgain(
            @ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long sequence,
            @ForAll @LongRange(min = 0, max = 253_402_300_799L) long second,
            @ForAll @IntRange(max = 999_999) int micros) {
        Checkpoint checkpoint =
                new Checkpoint(sequence, Examples.DIGEST, Instant.ofEpochSecond(second, micros * 1000L));
        assertEquals(Optional.of(checkpoint), Checkpoint.parse(checkpoint.text()));
        assertEquals(Optional.of(checkpoint), Checkpoint.parse("\n\t " + checkpoint.text() + " \r\n"));
        assertEquals(checkpoint.text(), checkpoint.toString());
    }

    @Test
    void anEmptyJournalHasACheckpointToo() {
        assertEquals(
                Optional.of(new Checkpoint(0, Examples.DIGEST, Instant.EPOCH)),
                Checkpoint.parse("cairn-journal 0 " + HEX + " 1970-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cairn-journal 9 HEX 2030-01-01T00:00:00Z",
                "cairn-journal -9 HEX 2030-01-01T00:00:00Z",
                "cairn-journal  9 HEX 2030-01-01T00:00:00Z",
                "cairn-journal 9 HEX 2030-01-01T00:00:00Z more",
                "cairn-journal 9 HEX0 2030-01-01T00:00:00Z",
                "cairn-journal 1000000000000000000 HEX 2030-01-01T00:00:00Z",
                "cairn-journal 9 HEX 2030-01-01 00:00:00Z",
                "cairn-journal 9 HEX 2030-02-30T00:00:00Z",
                "cairn-journal 9 HEX",
                "cairn-journal HEX 2030-01-01T00:00:00Z",
                "x cairn-journal 9 HEX 2030-01-01T00:00:00Z",
            })
    void anotherLineIsNoCheckpoint(String text) {
        assertEquals(Optional.empty(), Checkpoint.parse(text.replace("HEX", HEX)));
    }

    @Test
    void aDigestInCapitalsOrTooShortIsNone() {
        String good = "cairn-journal 9 " + HEX + " 2030-01-01T00:00:00Z";
        assertEquals(Optional.empty(), Checkpoint.parse(good.replace(HEX, HEX.toUpperCase(java.util.Locale.ROOT))));
        assertEquals(Optional.empty(), Checkpoint.parse(good.replace(HEX, HEX.substring(1))));
    }
}
