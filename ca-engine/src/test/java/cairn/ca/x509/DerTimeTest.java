package cairn.ca.x509;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.x509.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times: exactly the forms of RFC 5280 section 4.1.2.5, exactly the seconds that other encoders mean. */
final class DerTimeTest {
    private static final long START_1950 = -631152000L;
    private static final long END_9999 = 253402300799L;

    @Property(tries = 1000)
    void anyTimeThatIsEncodedElsewhereIsRead(@ForAll @LongRange(min = START_1950, max = END_9999) long second)
            throws Exception {
        Instant when = Instant.ofEpochSecond(second);
        DerReader reader = DerReader.of(new Time(Date.from(when), Locale.ROOT).getEncoded("DER"), "the test");
        assertTrue(DerTime.isNext(reader));
        assertEquals(when, DerTime.read(reader, "notBefore"));
        reader.finish();
    }

    @ParameterizedTest
    @CsvSource({
        "17, 500101000000Z, 1950-01-01T00:00:00Z",
        "17, 491231235959Z, 2049-12-31T23:59:59Z",
        "17, 991231235959Z, 1999-12-31T23:59:59Z",
        "17, 000101000000Z, 2000-01-01T00:00:00Z",
        "17, 000229120000Z, 2000-02-29T12:00:00Z",
        "17, 240229000000Z, 2024-02-29T00:00:00Z",
        "18, 20500101000000Z, 2050-01-01T00:00:00Z",
        "18, 99991231235959Z, 9999-12-31T23:59:59Z",
        "18, 20000229000000Z, 2000-02-29T00:00:00Z",
        "18, 00010101000000Z, 0001-01-01T00:00:00Z"
    })
    void theYearsOfBothFormsAreThoseOfRfc5280(String tag, String text, Instant when) throws Exception {
        assertEquals(when, read(tag, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2601010000Z", "260101000000", "260101000000+0000", "260101000000-0100", "260101000000.5Z",
                        "260101000000z",
                "260101000000ZZ", "26 101000000Z", "-60101000000Z", "26010100000OZ", "20260101000000Z", "",
                "260101000000Z ", " 260101000000Z", "26010100000\u0660Z", "260101000000Z\n"
            })
    void otherFormsOfUtcTimeAreRefused(String text) {
        refused("17", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "260101000000Z",
                "202601010000Z",
                "2026010100Z",
                "20260101000000",
                "20260101000000.0Z",
                "20260101000000,5Z",
                "20260101000000+0000",
                "120260101000000Z",
                "2026-01-01T00:00:00Z",
                "20260101000000Z\u0000"
            })
    void otherFormsOfGeneralizedTimeAreRefused(String text) {
        refused("18", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "260001000000Z", "261301000000Z", "260100000000Z", "260132000000Z", "260229000000Z", "260230000000Z",
                "260431000000Z", "260101240000Z", "260101006000Z", "260101000060Z", "260101000061Z", "269999999999Z",
                "000230000000Z"
            })
    void daysAndHoursThatDoNotExistAreRefused(String text) {
        refused("17", text);
        refused("18", "20" + text);
    }

    @Test
    void theCenturyThatHasNoLeapDayIsKnown() throws Exception {
        refused("18", "21000229000000Z");
        assertEquals(Instant.parse("2100-02-28T00:00:00Z"), read("18", "21000228000000Z"));
    }

    @Property(tries = 500)
    void anyOctetsAreATimeOrRefusedInWordsThatAreSafeToShow(@ForAll @Size(max = 20) byte[] octets) {
        for (int tag : new int[] {DerReader.UTC_TIME, DerReader.GENERALIZED_TIME, DerReader.INTEGER}) {
            DerReader reader = DerReader.of(element(tag, octets), "the test");
            assertEquals(tag != DerReader.INTEGER, DerTime.isNext(reader));
            MalformedException refusal =
                    assertThrows(MalformedException.class, () -> DerTime.read(reader, "thisUpdate"));
            assertEquals(PlainText.escape(refusal.what()), refusal.what());
            assertTrue(refusal.what().startsWith("thisUpdate"), refusal.what());
        }
    }

    @Test
    void nothingIsNoTime() {
        DerReader reader = DerReader.of(new byte[0], "the test");
        assertFalse(DerTime.isNext(reader));
        assertThrows(MalformedException.class, () -> DerTime.read(reader, "x"));
    }

    private static void refused(String tag, String text) {
        MalformedException refusal = assertThrows(MalformedException.class, () -> read(tag, text), text);
        assertEquals(PlainText.escape(refusal.what()), refusal.what());
    }

    private static Instant read(String tag, String text) throws MalformedException {
        byte[] der = element(Integer.parseInt(tag, 16), text.getBytes(StandardCharsets.UTF_8));
        return DerTime.read(DerReader.of(der, "the test"), "the time");
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SignedDer.head(tag, content.length));
        out.writeBytes(content);
        return out.toByteArray();
    }
}
