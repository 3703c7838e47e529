package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cairn.ca.inventory.CertificateStatus;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Values go into columns and come out as they were, in the same order. */
final class ColumnsTest {
    @Property(tries = 300)
    void numbersKeepTheirOrder(@ForAll("numbers") BigInteger one, @ForAll("numbers") BigInteger other) {
        byte[] first = Columns.number(one);
        byte[] second = Columns.number(other);
        assertEquals(Columns.NUMBER_OCTETS, first.length);
        assertEquals(Integer.signum(one.compareTo(other)), Integer.signum(Arrays.compareUnsigned(first, second)));
        assertEquals(one, new BigInteger(1, first));
    }

    @Provide
    Arbitrary<BigInteger> numbers() {
        BigInteger most = BigInteger.ONE.shiftLeft(160).subtract(BigInteger.ONE);
        return Arbitraries.oneOf(
                Arbitraries.bigIntegers().between(BigInteger.ZERO, most),
                Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.valueOf(300)),
                Arbitraries.just(most));
    }

    @Test
    void whatIsNoNumberOfTwentyOctetsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Columns.number(BigInteger.ONE.shiftLeft(160)));
        assertThrows(IllegalArgumentException.class, () -> Columns.number(BigInteger.ONE.negate()));
        assertArrayEquals(new byte[20], Columns.number(BigInteger.ZERO));
    }

    @Property(tries = 500)
    void textsAreKeptEachOnItsLine(@ForAll @Size(min = 1, max = 5) List<@net.jqwik.api.From("texts") String> texts) {
        String lines = Columns.lines(texts);
        if (lines.isEmpty()) {
            assertEquals(List.of(""), texts, "only one empty text looks like none");
            return;
        }
        assertEquals(texts, Columns.texts(lines));
        assertEquals(texts.size() - 1L, lines.chars().filter(c -> c == '\n').count());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('\\', 'n', '\n', 'a', '\r', '\u2028', '$')
                .ofMaxLength(6);
    }

    @Test
    void noTextsAreNoLines() {
        assertEquals("", Columns.lines(List.of()));
        assertEquals(List.of(), Columns.texts(""));
        assertEquals("a\\nb\nc\\\\", Columns.lines(List.of("a\nb", "c\\")));
    }

    @Test
    void timesAreKeptToTheMicrosecondAlsoBefore1970() {
        for (String text : List.of(
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "0001-01-01T00:00:00Z",
                "2030-06-01T12:00:00.000001Z",
                "9999-12-31T23:59:59.999999Z")) {
            Instant time = Instant.parse(text);
            assertEquals(time, Columns.ofMicros(Columns.micros(time)));
        }
        assertEquals(1_000_001, Columns.micros(Instant.ofEpochSecond(1, 1_999)));
        assertEquals(-1, Columns.seconds(Instant.parse("1969-12-31T23:59:59.5Z")));
    }

    @Test
    void everyStatusHasItsLetter() {
        for (CertificateStatus status : CertificateStatus.values()) {
            assertEquals(status, Columns.status(Columns.status(status)));
            assertEquals(status.name().substring(0, 1), Columns.status(status));
        }
        assertThrows(IllegalStateException.class, () -> Columns.status("X"));
    }
}
