package cairn.ca.x509;

import static cairn.ca.x509.Tlv.hex;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The outermost values that are DER, and the first ones beyond them, with the offset that a refusal names. */
final class DerBoundariesTest {
    @ParameterizedTest
    @CsvSource({
        "'', offset 0, there are no bytes",
        "30, offset 1, in the middle of an element",
        "3001, offset 0, says 1 bytes and only 0 are left",
        "3080, offset 1, 'indefinite length'",
        "0500FF, offset 2, '1 bytes follow the end'",
        "05000500, offset 2, '2 bytes follow the end'",
        "0485, offset 1, a length of 5 octets",
        "04850000000001FF, offset 1, a length of 5 octets",
        "04FF, offset 1, a length of 127 octets",
        "0484, offset 2, in the middle of an element",
        "048400, offset 2, in the middle of an element",
        "0481, offset 2, in the middle of an element",
        "04817F, offset 1, not in its shortest form",
        "048100, offset 1, not in its shortest form",
        "048200FF, offset 1, not in its shortest form",
        "0483000100, offset 1, not in its shortest form",
        "048400010000, offset 1, not in its shortest form",
        "0484FFFFFFFF, offset 0, says 4294967295 bytes and only 0 are left",
        "04847FFFFFFF, offset 0, says 2147483647 bytes",
        "1F, offset 1, in the middle of an element",
        "1F81, offset 2, in the middle of an element",
        "1F01, offset 2, in the middle of an element",
        "30040500, offset 0, says 4 bytes and only 2",
        "3003050201, offset 2, says 2 bytes and only 1",
        "300205, offset 0, says 2 bytes and only 1",
        "30030500FF, offset 5, in the middle of an element",
        "3005300305020" + "1, offset 4, says 2 bytes and only 1",
        "A002A080, offset 3, indefinite"
    })
    void whatIsNotOneElementIsRefusedAtItsOffset(String hex, String where, String words) {
        MalformedException refusal = assertThrows(MalformedException.class, () -> Der.requireDer(hex(hex)));
        assertEquals(where, refusal.where(), refusal::getMessage);
        assertTrue(refusal.what().contains(words), refusal::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0500", "1F0100", "1F810100", "BF8F7F020500", "3000", "0400", "040180", "0480" + "00"})
    void oneElementIsEnough(String hex) {
        if (hex.equals("048000")) {
            assertThrows(MalformedException.class, () -> Der.requireDer(hex(hex)));
        } else {
            assertDoesNotThrow(() -> Der.requireDer(hex(hex)));
        }
    }

    @Property(tries = 200)
    void anyLengthInItsShortestFormIsRead(@ForAll @IntRange(max = 70_000) int length) throws Exception {
        byte[] der = Tlv.element(DerReader.OCTET_STRING, new byte[length]);
        Der.requireDer(der);
        assertEquals(length, DerReader.of(der, "x").octets(DerReader.OCTET_STRING, "x").length);
        byte[] shorter = Arrays.copyOf(der, der.length - 1);
        if (length > 0) {
            assertThrows(MalformedException.class, () -> Der.requireDer(shorter));
            assertThrows(
                    MalformedException.class, () -> DerReader.of(shorter, "x").octets(DerReader.OCTET_STRING, "x"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 66, 1000})
    void nestingIsReadDownTo64AndNoFurther(int depth) {
        byte[] der = new byte[0];
        for (int i = 0; i <= depth; i++) {
            der = Tlv.sequence(der);
        }
        byte[] nested = der;
        if (depth <= Der.MAX_DEPTH) {
            assertDoesNotThrow(() -> Der.requireDer(nested));
        } else {
            MalformedException refusal = assertThrows(MalformedException.class, () -> Der.requireDer(nested));
            assertTrue(refusal.what().contains("nested more than 64 deep"), refusal::getMessage);
        }
    }

    @Property(tries = 1000)
    void theFirstLookAndTheReaderAgreeOnPrimitives(@ForAll @Size(min = 2, max = 12) byte[] bytes) {
        byte[] primitive = bytes.clone();
        primitive[0] = DerReader.OCTET_STRING;
        boolean whole = accepts(() -> Der.requireDer(primitive));
        boolean read = accepts(() -> {
            DerReader reader = DerReader.of(primitive, "x");
            reader.octets(DerReader.OCTET_STRING, "x");
            reader.finish();
        });
        assertEquals(whole, read);
    }

    private interface Step {
        void run() throws MalformedException;
    }

    private static boolean accepts(Step step) {
        try {
            step.run();
            return true;
        } catch (MalformedException e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "020100, 0, 0",
        "02017F, 127, 127",
        "02020080, 128, 128",
        "02047FFFFFFF, 2147483647, 2147483647",
        "020100, 2147483647, 0"
    })
    void smallNumbersGoUpToTheirLimit(String hex, int max, int value) throws Exception {
        assertEquals(value, DerReader.of(hex(hex), "x").smallInteger(DerReader.INTEGER, max, "x"));
    }

    @ParameterizedTest
    @CsvSource({
        "020101, 0",
        "0201FF, 5",
        "020180, 2147483647",
        "02020080, 127",
        "02050080000000, 2147483647",
        "0209008000000000000000, 2147483647",
        "02050100000000, 5",
        "0200, 5"
    })
    void numbersBeyondTheLimitAreRefusedAtTheirStart(String hex, int max) {
        byte[] der = Tlv.sequence(hex("0500"), hex(hex));
        MalformedException refusal = assertThrows(MalformedException.class, () -> {
            DerReader inner = DerReader.of(der, "all").enter(DerReader.SEQUENCE, "all");
            inner.skip("nothing");
            inner.smallInteger(DerReader.INTEGER, max, "count");
        });
        assertEquals("offset 4 in all", refusal.where());
        assertTrue(refusal.what().startsWith("count is "), refusal::getMessage);
    }

    @Test
    void numbersOfMoreThan8192OctetsAreNotComputedWith() throws Exception {
        byte[] longest = new byte[8192];
        longest[0] = 1;
        byte[] der = Tlv.element(DerReader.INTEGER, longest);
        assertEquals(new BigInteger(longest), DerReader.of(der, "x").integer(DerReader.INTEGER, "x"));
        byte[] longer = Tlv.element(DerReader.INTEGER, Arrays.copyOf(longest, 8193));
        MalformedException refusal = assertThrows(
                MalformedException.class, () -> DerReader.of(longer, "x").integer(DerReader.INTEGER, "n"));
        assertEquals("n is a number of 8193 octets", refusal.what());
    }

    @ParameterizedTest
    @CsvSource({"03020055, 55", "03020700, 00", "03020780, 80", "0303060040, 0040", "030100, ''", "03020154, 54"})
    void bitsAreOctetsWithoutTheirCount(String hex, String octets) throws Exception {
        assertArrayEquals(hex(octets), DerReader.of(hex(hex), "x").bitString("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"03020740", "03020101", "030101", "030107", "030108", "0300", "03020955", "0302FF00"})
    void unusedBitsThatAreNotZeroAreRefused(String hex) {
        MalformedException refusal = assertThrows(
                MalformedException.class, () -> DerReader.of(hex(hex), "x").bitString("bits"));
        assertEquals("bits is a BIT STRING whose unused bits are not DER", refusal.what());
        assertEquals("offset 0 in x", refusal.where());
    }

    @Test
    void aTagOfSeveralOctetsIsNoTagForTheReader() {
        for (String hex : new String[] {"1F0100", "3F0100", "BF8F7F00", "1F"}) {
            MalformedException refusal = assertThrows(
                    MalformedException.class, () -> DerReader.of(hex(hex), "x").skip("y"));
            assertEquals("a tag of more than one octet", refusal.what());
        }
    }

    @Test
    void aReaderSeesNoFurtherThanItsElement() throws Exception {
        DerReader outer = DerReader.of(hex("3003020105 0500"), "file");
        DerReader inner = outer.enter(DerReader.SEQUENCE, "inner");
        assertEquals(3, inner.left());
        assertEquals(2, inner.offset());
        assertTrue(inner.nextIs(DerReader.INTEGER));
        inner.skip(DerReader.INTEGER, "n");
        assertFalse(inner.hasMore());
        assertEquals(-1, inner.tag());
        assertEquals(0, inner.left());
        MalformedException missing = assertThrows(MalformedException.class, () -> inner.skip("more"));
        assertEquals("more is missing", missing.what());
        assertEquals("offset 5 in inner", missing.where());
        assertThrows(MalformedException.class, () -> inner.element("more"));
        assertThrows(MalformedException.class, () -> inner.enter(DerReader.NULL, "more"));
        assertArrayEquals(hex("0500"), outer.element("nothing"));
        outer.finish();
    }

    @Test
    void aLengthMayNotReachBeyondTheElementAround() {
        DerReader outer = DerReader.of(hex("3003020205 0500"), "file");
        MalformedException refusal = assertThrows(
                MalformedException.class,
                () -> outer.enter(DerReader.SEQUENCE, "inner").skip("n"));
        assertTrue(refusal.what().contains("says 2 bytes and only 1 are left"), refusal::getMessage);
    }

    @Test
    void theRestIsTakenOnce() throws Exception {
        DerReader reader = DerReader.of(hex("3004AABBCCDD"), "x").enter(DerReader.SEQUENCE, "y");
        assertArrayEquals(hex("AABBCCDD"), reader.rest());
        assertEquals(0, reader.rest().length);
        reader.finish();
    }

    @ParameterizedTest
    @CsvSource({"0, 80, A0", "1, 81, A1", "30, 9E, BE"})
    void contextTagsAreNumbered(int number, String primitive, String constructed) {
        assertEquals(Integer.parseInt(primitive, 16), DerReader.context(number));
        assertEquals(Integer.parseInt(constructed, 16), DerReader.contextConstructed(number));
    }

    @ParameterizedTest
    @CsvSource({
        "00, 0.0",
        "27, 0.39",
        "28, 1.0",
        "4F, 1.39",
        "50, 2.0",
        "77, 2.39",
        "8837, 2.999",
        "8100, 2.48",
        "2A864886F70D, 1.2.840.113549",
        "2AFFFFFFFFFFFFFFFF7F, 1.2.9223372036854775807",
        "2A8180808080808080" + "8000, 1.2.9223372036854775808",
        "FFFFFFFFFFFFFFFF7F, 2.9223372036854775727"
    })
    void identifiersHaveAnyNumber(String hex, String dotted) throws Exception {
        assertEquals(
                dotted, DerReader.of(Tlv.element(DerReader.OID, hex(hex)), "x").oid("x"));
    }

    @ParameterizedTest
    @CsvSource({"127, true", "128, true", "129, false"})
    void identifiersOfMoreThan128OctetsAreRefused(int octets, boolean good) {
        byte[] content = new byte[octets];
        Arrays.fill(content, (byte) 1);
        assertEquals(
                good,
                accepts(() ->
                        DerReader.of(Tlv.element(DerReader.OID, content), "x").oid("x")));
    }

    @Test
    void whatWasSignedIsCutOutOctetForOctet() {
        for (int size : new int[] {1, 100, 128, 300, 70_000}) {
            byte[] inner = Tlv.sequence(Tlv.element(DerReader.OCTET_STRING, new byte[size]));
            byte[] outer = Tlv.sequence(inner, hex("0500"), hex("030100"));
            assertArrayEquals(inner, Der.firstWithin(outer));
        }
    }
}
