package cairn.ca.x509;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small values: numbers, identifiers, digests, periods and text. */
final class ValuesTest {
    private static final String MAX_SERIAL = "730750818665451459101842416358141509827966271487";

    @Property
    void aSerialNumberReadsBackFromItsDigits(@ForAll @BigRange(min = "1", max = MAX_SERIAL) BigInteger value) {
        SerialNumber serial = new SerialNumber(value);
        assertEquals(serial, SerialNumber.ofHex(serial.hex()));
        assertEquals(serial, SerialNumber.ofHex(serial.hex().toUpperCase(java.util.Locale.ROOT)));
        assertEquals(serial, SerialNumber.ofHex(serial.hex().replaceAll("(..)(?=.)", "$1:")));
        assertEquals(0, serial.hex().length() % 2);
        assertEquals(value, new BigInteger(serial.octets()));
        assertEquals(value, new BigInteger(1, HexFormat.of().parseHex(serial.hex())));
        assertTrue(serial.octets().length <= 20);
        assertEquals(serial.hex(), serial.toString());
    }

    @Property(tries = 200)
    void serialNumbersAreOrderedAsNumbers(
            @ForAll @BigRange(min = "1", max = MAX_SERIAL) BigInteger a,
            @ForAll @BigRange(min = "1", max = MAX_SERIAL) BigInteger b) {
        assertEquals(a.compareTo(b), new SerialNumber(a).compareTo(new SerialNumber(b)));
        assertEquals(a.equals(b), new SerialNumber(a).equals(new SerialNumber(b)));
    }

    @Test
    void theBoundsOfASerialNumberAreThoseOfRfc5280() {
        BigInteger most = BigInteger.ONE.shiftLeft(159).subtract(BigInteger.ONE);
        assertEquals(20, new SerialNumber(most).octets().length);
        assertThrows(IllegalArgumentException.class, () -> new SerialNumber(most.add(BigInteger.ONE)));
        assertThrows(IllegalArgumentException.class, () -> new SerialNumber(BigInteger.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new SerialNumber(BigInteger.ONE.negate()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":",
                "0",
                "00:00",
                "0x12",
                "-1",
                "+1",
                "1 2",
                "g",
                "\u0661",
                "12.5",
                "8000000000000000000000000000000000000000",
                "10000000000000000000000000000000000000000"
            })
    void textThatIsNoSerialNumberIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> SerialNumber.ofHex(text));
    }

    @Property(tries = 300)
    void aKeyIdentifierIsItsOctets(@ForAll @Size(min = 1, max = 64) byte[] octets) {
        KeyIdentifier identifier = KeyIdentifier.of(octets);
        assertArrayEquals(octets, identifier.octets());
        assertEquals(identifier, new KeyIdentifier(identifier.hex()));
        assertEquals(HexFormat.of().formatHex(octets), identifier.toString());
    }

    @Test
    void anIdentifierFromAHugeExtensionIsHeldWithoutRecursion() {
        byte[] huge = new byte[1 << 20];
        Arrays.fill(huge, (byte) 0xA5);
        assertArrayEquals(huge, KeyIdentifier.of(huge).octets());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "abc", "AB", "0x12", "zz", "12 34", "12:34", "ab\n"})
    void textThatIsNoKeyIdentifierIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> new KeyIdentifier(text));
    }

    @Property(tries = 300)
    void aFingerprintIsSha256(@ForAll @Size(max = 300) byte[] bytes) throws Exception {
        Fingerprint fingerprint = Fingerprint.of(bytes);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertArrayEquals(digest, fingerprint.octets());
        assertEquals(fingerprint, Fingerprint.ofDigest(digest));
        assertEquals(fingerprint, Octets.of(bytes).fingerprint());
    }

    @Test
    void onlySixtyFourLowerCaseDigitsAreAFingerprint() {
        String good = "0123456789abcdef".repeat(4);
        assertEquals(good, new Fingerprint(good).toString());
        for (String bad : new String[] {
            "", good + "0", good.substring(1), good.substring(1) + "g", good.substring(1) + "A", good.substring(1) + " "
        }) {
            assertThrows(IllegalArgumentException.class, () -> new Fingerprint(bad), bad);
        }
        assertThrows(IllegalArgumentException.class, () -> Fingerprint.ofDigest(new byte[20]));
        assertNotEquals(Fingerprint.sha256(), Fingerprint.sha256(), "a computation is never shared");
    }

    @Property(tries = 300)
    void octetsAreCopiedInAndOut(@ForAll @Size(min = 1, max = 40) byte[] content) {
        byte[] given = content.clone();
        Octets octets = Octets.of(given);
        given[0] ^= 1;
        octets.toArray()[0] ^= 1;
        assertArrayEquals(content, octets.toArray());
        assertEquals(content.length, octets.size());
        assertEquals(Octets.of(content), octets);
        assertEquals(Octets.of(content).hashCode(), octets.hashCode());
        assertNotEquals(Octets.of(given), octets);
        assertEquals(HexFormat.of().formatHex(content), octets.toString());
    }

    @Property(tries = 500)
    void aPeriodHoldsItsEndsAndNothingOutside(
            @ForAll @LongRange(min = -4_000_000_000L, max = 4_000_000_000L) long from,
            @ForAll @LongRange(max = 4_000_000_000L) long seconds,
            @ForAll @LongRange(max = 999_999_999L) long nanos) {
        Instant start = Instant.ofEpochSecond(from);
        Instant end = start.plusSeconds(seconds);
        Validity validity = new Validity(start.plusNanos(nanos), end.plusNanos(nanos));
        assertEquals(start, validity.notBefore());
        assertEquals(end, validity.notAfter());
        assertTrue(validity.contains(start) && validity.contains(end) && validity.contains(validity));
        assertFalse(validity.contains(start.minusNanos(1)) || validity.contains(end.plusNanos(1)));
        assertEquals(Duration.ofSeconds(seconds + 1), validity.length());
        assertFalse(validity.contains(new Validity(start.minusSeconds(1), end)));
        assertFalse(validity.contains(new Validity(start, end.plusSeconds(1))));
    }

    @Test
    void aPeriodThatEndsBeforeItStartsIsRefused() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        assertThrows(IllegalArgumentException.class, () -> new Validity(start, start.minusSeconds(1)));
        assertEquals(Duration.ofSeconds(1), new Validity(start, start).length());
    }

    @Property(tries = 1000)
    void shownTextNeverMovesTheCursor(@ForAll("anything") String text) {
        String shown = PlainText.escape(text);
        assertTrue(shown.codePoints().noneMatch(PlainText::isUnsafe), shown);
        assertEquals(shown, PlainText.escape(shown));
        if (text.codePoints().noneMatch(PlainText::isUnsafe)) {
            assertSame(text, shown);
        }
        int kept = text.codePoints()
                .filter(c -> !PlainText.isUnsafe(c))
                .map(Character::charCount)
                .sum();
        assertTrue(shown.length() >= kept);
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings()
                .withChars(
                        '\u0000', '\u0007', '\u001B', '\u007F', '\u0085', '\u00AD', '\u200E', '\u202E', '\u2028',
                        '\u2066')
                .withChars('\uFEFF', '\uD800', '\uDFFF', '\uE000', 'a', '\u00E4', '\u4E2D', '[', ']')
                .ofMaxLength(20);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 7, 9, 10, 13, 27, 127, 0x85, 0x9B, 0xAD, 0x61C, 0x200B, 0x200E, 0x2028, 0x2029, 0x202A, 0x202E,
                0x2066, 0x2069, 0xD800, 0xDFFF, 0xE000, 0xFEFF, 0xFFFE, 0xE0001, 0xE0041, 0xF0000, 0x10FFFF
            })
    void whatCanHideOrReorderTextIsUnsafe(int codePoint) {
        assertTrue(PlainText.isUnsafe(codePoint));
    }

    @ParameterizedTest
    @ValueSource(ints = {' ', '~', 'a', 0xA0, 0xE4, 0x5D0, 0x627, 0x4E2D, 0x301, 0x1F600})
    void lettersOfAnyScriptAreSafe(int codePoint) {
        assertFalse(PlainText.isUnsafe(codePoint));
    }
}
