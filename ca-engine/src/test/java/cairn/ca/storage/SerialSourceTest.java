package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.LedgerException;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.x509.SerialNumber;
import cairn.testkit.SeededRandom;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SerialSourceTest {
    private static final int RANDOM_BITS = 8 * SerialSource.RANDOM_OCTETS;

    @TempDir
    private Path folder;

    @Test
    void everyNumberIsPositiveHas19OctetsAndIsGreaterThanTheOneBefore() throws Exception {
        for (int station : new int[] {1, 0xFF, 0x100, 0x3FFF}) {
            SerialSource source = new SerialSource(station, 0, SeededRandom.of(station));
            SerialNumber before = source.next();
            for (int i = 0; i < 1000; i++) {
                SerialNumber next = source.next();
                assertEquals(SerialSource.OCTETS, next.octets().length);
                assertTrue(next.compareTo(before) > 0);
                assertEquals(0x4000 + station, next.value().shiftRight(8 * 17).intValueExact());
                assertTrue(next.value().compareTo(SerialSource.start(station)) >= 0
                        && next.value().compareTo(SerialSource.start(station + 1)) < 0);
                assertEquals(i + 2, SerialSource.counterOf(next.value()));
                before = next;
            }
        }
    }

    @Test
    void stationsAndCountersHaveBounds() throws Exception {
        for (int wrong : new int[] {0, -1, 0x4000}) {
            assertThrows(IllegalArgumentException.class, () -> new SerialSource(wrong, 0, SeededRandom.of(1)));
        }
        SerialSource last = new SerialSource(1, SerialSource.MOST_COUNT - 1, SeededRandom.of(1));
        assertEquals(SerialSource.MOST_COUNT, SerialSource.counterOf(last.next().value()));
        assertThrows(LedgerException.class, last::next);
    }

    /** 96 random bits in each number, from the source that was handed in and no other. */
    @Test
    void theRandomBitsAreThoseOfTheSource() throws Exception {
        byte[] expected = new byte[SerialSource.RANDOM_OCTETS];
        SeededRandom.of(42).nextBytes(expected);
        byte[] octets = new SerialSource(7, 9, SeededRandom.of(42)).next().octets();
        assertEquals(
                new BigInteger(1, expected), new BigInteger(1, Arrays.copyOfRange(octets, 7, SerialSource.OCTETS)));
    }

    @Test
    void theRandomBitsAreEvenlySpreadWithASeed() throws Exception {
        assertEvenlySpread(SeededRandom.of(20300101));
    }

    /** The bound is so wide that a good source fails once in more than 10^12 runs. */
    @Test
    void theRandomBitsAreEvenlySpreadWithTheSystemsSource() throws Exception {
        assertEvenlySpread(new SecureRandom());
    }

    private static void assertEvenlySpread(SecureRandom random) throws Exception {
        int count = 20_000;
        SerialSource source = new SerialSource(3, 0, random);
        int[] ones = new int[RANDOM_BITS];
        int[] octetValues = new int[256];
        int equalNeighbours = 0;
        Set<BigInteger> seen = new HashSet<>();
        BigInteger mask = BigInteger.TWO.pow(RANDOM_BITS).subtract(BigInteger.ONE);
        for (int i = 0; i < count; i++) {
            BigInteger bits = source.next().value().and(mask);
            assertTrue(seen.add(bits));
            for (int bit = 0; bit < RANDOM_BITS; bit++) {
                ones[bit] += bits.testBit(bit) ? 1 : 0;
                equalNeighbours += bits.testBit(bit) == bits.testBit((bit + 1) % RANDOM_BITS) ? 1 : 0;
            }
            for (int octet = 0; octet < SerialSource.RANDOM_OCTETS; octet++) {
                octetValues[bits.shiftRight(8 * octet).intValue() & 0xFF]++;
            }
        }
        // Eight standard deviations of a binomial distribution for each bit, and for neighbours.
        for (int bit = 0; bit < RANDOM_BITS; bit++) {
            assertWithin(ones[bit], count / 2.0, 8 * Math.sqrt(count / 4.0), "bit " + bit);
        }
        double pairs = (double) count * RANDOM_BITS;
        assertWithin(equalNeighbours, pairs / 2, 8 * Math.sqrt(pairs / 4), "neighbouring bits");
        // Chi-square over the 256 values of an octet: mean 255, standard deviation sqrt(510).
        double expected = (double) count * SerialSource.RANDOM_OCTETS / 256;
        double chiSquare = 0;
        for (int value : octetValues) {
            chiSquare += (value - expected) * (value - expected) / expected;
        }
        assertWithin(chiSquare, 255, 10 * Math.sqrt(510), "chi-square");
    }

    private static void assertWithin(double value, double middle, double distance, String what) {
        assertTrue(Math.abs(value - middle) <= distance, () -> what + ": " + value + " instead of about " + middle);
    }

    @Test
    void afterReopeningTheCounterGoesOnBehindEveryNumberThatWasRecorded() throws Exception {
        Path workspace = folder.resolve("ca");
        Surroundings surroundings = Fixture.surroundings(Fixture.clock());
        long highest;
        try (Register register = Register.create(workspace, new NewWorkspace(5, "x"), surroundings)) {
            Fixture.issue(register, 1, 3);
            IssuanceIntent open = Fixture.intent(register.certificates(), 10);
            register.certificates().recordIntents(List.of(open));
            highest = SerialSource.counterOf(open.serialNumber().value());
            assertEquals(4, highest);
        }
        try (Register register = Register.open(workspace, surroundings)) {
            SerialNumber next = register.certificates().reserveSerial(Fixture.ISSUING);
            assertEquals(highest + 1, SerialSource.counterOf(next.value()));
            SerialNumber other = register.certificates().reserveSerial(Fixture.ROOT);
            assertFalse(SerialSource.counterOf(other.value()) == SerialSource.counterOf(next.value()));
        }
    }
}
