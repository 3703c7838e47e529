package cairn.ca.lint.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.MalformedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** General names, times, keys, algorithms, identifiers and tags. */
class PartViewsTest {
    @ParameterizedTest
    @CsvSource({
        "a000, 0, otherName",
        "8103 616263, 1, rfc822Name",
        "8203 616263, 2, dNSName",
        "a300, 3, x400Address",
        "a400, 4, directoryName",
        "a500, 5, ediPartyName",
        "8603 616263, 6, uniformResourceIdentifier",
        "8704 0a000001, 7, iPAddress",
        "8803 2a0304, 8, registeredID"
    })
    void eachKindOfGeneralNameHasItsWord(String digits, int kind, String word) throws MalformedException {
        GeneralNameView name = new GeneralNameView(Read.hex(digits));
        assertEquals(kind, name.kind());
        assertEquals(word, name.kindWord());
        assertTrue(name.is(kind) && name.isKnown());
        assertFalse(name.is(kind == 8 ? 7 : kind + 1));
        assertEquals(kind == 1 || kind == 2 || kind == 6 ? "abc" : "", name.text());
    }

    @ParameterizedTest
    @CsvSource({"8900", "8f00", "0200", "4203 616263", "c203 616263", "9f2000"})
    void otherTagsAreNoGeneralName(String digits) throws MalformedException {
        GeneralNameView name = new GeneralNameView(Read.hex(digits));
        assertFalse(name.isKnown() || name.is(GeneralNameView.DNS));
        assertEquals("unknown alternative", name.kindWord());
    }

    @Test
    void aNameWithTheConstructedFormOfItsTagIsStillOfItsKind() throws MalformedException {
        assertTrue(new GeneralNameView(Read.hex("a203 616263")).is(GeneralNameView.DNS));
        assertTrue(new GeneralNameView(Read.hex("8400")).is(GeneralNameView.DIRECTORY));
    }

    private static TimeView time(int tag, String text) {
        byte[] der = new byte[text.length() + 2];
        der[0] = (byte) tag;
        der[1] = (byte) text.length();
        System.arraycopy(text.getBytes(StandardCharsets.ISO_8859_1), 0, der, 2, text.length());
        try {
            return new TimeView(Element.root(der));
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x17, 491231235959Z, 2049-12-31T23:59:59Z",
        "0x17, 500101000000Z, 1950-01-01T00:00:00Z",
        "0x17, 000229000000Z, 2000-02-29T00:00:00Z",
        "0x17, 2601010000Z, 2026-01-01T00:00:00Z",
        "0x17, 260101000000, 2026-01-01T00:00:00Z",
        "0x17, 260101013000+0130, 2026-01-01T00:00:00Z",
        "0x17, 251231230000-0100, 2026-01-01T00:00:00Z",
        "0x17, 2601010100+0100, 2026-01-01T00:00:00Z",
        "0x17, 260101000000+01, 2026-01-01T00:00:00Z",
        "0x17, 2601010000/0Z, 2026-01-01T00:00:00Z",
        "0x17, 260101000000+01a0, 2026-01-01T00:00:00Z",
        "0x18, 20260101000000Z, 2026-01-01T00:00:00Z",
        "0x18, 202601010000Z, 2026-01-01T00:00:00Z",
        "0x18, 20260101000001.5Z, 2026-01-01T00:00:01Z",
        "0x18, 00010101000000Z, 0001-01-01T00:00:00Z",
        "0x18, 99991231235959Z, 9999-12-31T23:59:59Z",
        "0x0c, 20260101000000Z, 2026-01-01T00:00:00Z"
    })
    void aTimeIsUnderstood(String tag, String text, Instant moment) {
        assertEquals(Optional.of(moment), time(Integer.decode(tag), text).instant());
    }

    @ParameterizedTest
    @CsvSource({
        "0x17, ''",
        "0x17, 260101000Z",
        "0x17, 260001000000Z",
        "0x17, 261301000000Z",
        "0x17, 260100000000Z",
        "0x17, 260230000000Z",
        "0x17, 260101240000Z",
        "0x17, 260101006000Z",
        "0x17, 260101000060Z",
        "0x17, 26010100a000Z",
        "0x17, -60101000000Z",
        "0x17, 260101000000+9900",
        "0x18, 2026010100Z",
        "0x18, 260101000000Z"
    })
    void whatIsNoTimeHasNoMoment(String tag, String text) {
        assertEquals(Optional.empty(), time(Integer.decode(tag), text).instant());
    }

    @Test
    void leadingDigitsAreCounted() {
        assertEquals(12, time(0x17, "260101000000Z").leadingDigits());
        assertEquals(0, time(0x17, "Z26").leadingDigits());
        assertEquals(3, time(0x17, "260").leadingDigits());
        assertEquals(2, time(0x17, "26/0").leadingDigits());
        assertEquals(2, time(0x17, "26:0").leadingDigits());
        assertTrue(time(0x17, "").isUtcTime());
        assertTrue(time(0x18, "").isGeneralizedTime());
        assertFalse(time(0x0C, "").isGeneralizedTime() || time(0x0C, "").isUtcTime());
    }

    @Property(tries = 200)
    void everySecondComesBackFromBothForms(@ForAll @LongRange(min = -631152000, max = 2524607999L) long second) {
        Instant moment = Instant.ofEpochSecond(second);
        DateTimeFormatter form =
                DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
        assertEquals(Optional.of(moment), time(0x18, form.format(moment)).instant());
        assertEquals(
                Optional.of(moment),
                time(0x17, form.format(moment).substring(2)).instant());
    }

    @Property(tries = 500)
    void anyCharactersAreATimeOrNone(@ForAll @Size(max = 24) byte[] characters) {
        String text = new String(characters, StandardCharsets.ISO_8859_1);
        assertEquals(text, time(0x17, text).text());
        time(0x18, text).leadingDigits();
    }

    private static KeyView key(String algorithm, String bits) throws MalformedException {
        String inner = "30" + length(algorithm) + algorithm + "03" + length(bits) + bits;
        return new KeyView(Read.hex("30" + length(inner) + inner));
    }

    private static String length(String digits) {
        return String.format("%02x", digits.replace(" ", "").length() / 2);
    }

    private static KeyView key(String oid) throws Exception {
        return key(java.util.HexFormat.of().formatHex(new ASN1ObjectIdentifier(oid).getEncoded()), "00 01");
    }

    @Test
    void theNumbersOfAnRsaKeyAreReadFromItsBits() throws MalformedException {
        String rsa = "06092a864886f70d010101 0500";
        KeyView good = key(rsa, "00 3006 020107 020103");
        assertEquals(7, good.modulus().orElseThrow().intValue());
        assertEquals(3, good.exponent().orElseThrow().intValue());
        assertEquals(8, good.rsaNumbers().orElseThrow().encodedLength());
        for (String bits : new String[] {
            "00",
            "00 0500",
            "00 3003 020107",
            "00 3009 020107 020103 020101",
            "00 3006 020107 020103 00",
            "00 3004 0200 0200"
        }) {
            KeyView bad = key(rsa, bits);
            assertTrue(bad.isRsa());
            assertEquals(Optional.empty(), bad.modulus(), bits);
            assertEquals(Optional.empty(), bad.rsaNumbers(), bits);
        }
        assertEquals(
                Optional.empty(), key("06032a0304", "00 3006 020107 020103").modulus());
    }

    @Test
    void aNamedCurveIsAnIdentifierInTheParametersOfAnEcKey() throws MalformedException {
        String ec = "06072a8648ce3d0201";
        assertEquals(
                Optional.of(Oid.P256), key(ec + "06082a8648ce3d030107", "00 04").namedCurve());
        assertEquals(Optional.of(""), key(ec + "0600", "00 04").namedCurve());
        assertEquals(Optional.empty(), key(ec + "0500", "00 04").namedCurve());
        assertEquals(Optional.empty(), key(ec, "00 04").namedCurve());
        assertEquals(
                Optional.empty(),
                key("06032a0304 06082a8648ce3d030107", "00 04").namedCurve());
        assertTrue(key(ec, "00").isEc());
    }

    @Test
    void postQuantumKeysAreToldApartByTheirArcs() throws Exception {
        int[] strengths = {0, 44, 65, 87, 0};
        for (int arc = 16; arc <= 20; arc++) {
            assertEquals(strengths[arc - 16], key(Oid.NIST_SIGNATURES + arc).mlDsa());
        }
        for (int arc = 15; arc <= 47; arc++) {
            KeyView key = key(Oid.NIST_SIGNATURES + arc);
            assertEquals(arc >= 20 && arc <= 31, key.isSlhDsa(), "arc " + arc);
            assertEquals(arc >= 32 && arc <= 34, key.isHashMlDsa(), "arc " + arc);
            assertFalse(key.isMlKem() || key.isRsa() || key.isEc());
        }
        for (int arc = 0; arc <= 4; arc++) {
            assertEquals(arc >= 1 && arc <= 3, key(Oid.NIST_KEMS + arc).isMlKem(), "arc " + arc);
        }
        assertTrue(key(Oid.RSASSA_PSS).isRsa());
    }

    @Test
    void anAlgorithmHasParametersOrNone() throws MalformedException {
        AlgorithmView none = new AlgorithmView(Read.hex("3005 06032a0304"));
        assertTrue(none.parameters().isEmpty() && !none.hasNullParameters());
        assertTrue(new AlgorithmView(Read.hex("3007 06032a0304 0500")).hasNullParameters());
        AlgorithmView other = new AlgorithmView(Read.hex("3007 06032a0304 0400"));
        assertTrue(other.parameters().isPresent() && !other.hasNullParameters());
        Read.refused(
                AlgorithmView::new,
                "not an AlgorithmIdentifier",
                "3000",
                "3105 06032a0304",
                "3009 06032a0304 0500 0500");
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3., 1.2.3.4, 4",
        "1.2.3., 1.2.3.9999, 9999",
        "1.2.3., 1.2.3.10000, -1",
        "1.2.3., 1.2.3., -1",
        "1.2.3., 1.2.4.4, -1",
        "1.2.3., 1.2.3.4.5, -1",
        "1.2.3., 1.2.3, -1",
        "1.2.3., 1.2.3.0, 0",
        "1.2.3., 1.2.3.a, -1"
    })
    void theArcDirectlyBelowIsANumberOfFourDigits(String arc, String oid, int number) {
        assertEquals(number, Oid.below(arc, oid));
    }

    @Test
    void tagsHaveTheirNames() {
        assertEquals("UTF8String", Tag.name(Tag.UTF8_STRING));
        assertEquals("SEQUENCE", Tag.name(0x30));
        assertEquals("tag 0xA3", Tag.name(Tag.constructed(3)));
        assertEquals("tag 0x86", Tag.name(Tag.primitive(6)));
        assertEquals("ENUMERATED", Tag.name(Tag.ENUMERATED));
    }
}
