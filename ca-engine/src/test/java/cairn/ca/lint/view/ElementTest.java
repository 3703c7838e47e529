package cairn.ca.lint.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cairn.ca.x509.MalformedException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.junit.jupiter.api.Test;

/** The raw reader: takes DER as it is, and nothing that is not DER. */
class ElementTest {
    private static Element read(String hex) throws MalformedException {
        return Element.root(HexFormat.of().parseHex(hex));
    }

    @Test
    void whatIsNotDerIsRefused() {
        for (String bad : List.of(
                "",
                "30",
                "3080",
                "30800000",
                "308100",
                "30817f",
                "30820001ff",
                "30000500",
                "30850000000000",
                "3084ffffffff",
                "1f",
                "1f81",
                "3001")) {
            assertThrows(MalformedException.class, () -> read(bad), bad);
        }
    }

    @Test
    void lengthsInEveryProperFormAreRead() throws MalformedException {
        assertEquals(0, read("3000").length());
        assertEquals(128, read("048180" + "00".repeat(128)).length());
        assertEquals(256, read("04820100" + "00".repeat(256)).length());
        assertEquals(1, read("1f8101" + "01" + "00").length());
    }

    @Test
    void childrenAreReadOnceAndStayTheSame() throws MalformedException {
        Element sequence = read("3006020101020102");
        assertEquals(2, sequence.children().size());
        assertSame(sequence.children(), sequence.children());
        assertEquals(BigInteger.TWO, sequence.children().get(1).integer());
        assertThrows(MalformedException.class, () -> read("3003020201").children());
        assertEquals(List.of(), read("3003020201").childrenOrNone());
    }

    @Test
    void theValueInsideFillsItsOctets() throws MalformedException {
        assertEquals(Tag.NULL, read("04020500").inside(0).tag());
        assertThrows(MalformedException.class, () -> read("0403050000").inside(0));
        assertThrows(MalformedException.class, () -> read("0400").inside(0));
    }

    @Property(tries = 300)
    void objectIdentifiersAreReadLikeByTheLibrary(@ForAll int a, @ForAll short b) throws Exception {
        String text = "2." + Short.toUnsignedInt(b) + "." + (a & 0x7FFFFFFF) + ".5";
        assertEquals(
                text, Element.root(new ASN1ObjectIdentifier(text).getEncoded()).oid());
    }

    @Test
    void objectIdentifiersOfTheOldRootsAreRead() throws Exception {
        for (String text : List.of("0.9.2342.19200300.100.1.25", "1.2.840.113549.1.1.11", "2.5.29.17", "1.3.101.112")) {
            assertEquals(
                    text,
                    Element.root(new ASN1ObjectIdentifier(text).getEncoded()).oid());
        }
        assertThrows(MalformedException.class, () -> read("060181").oid());
        assertThrows(MalformedException.class, () -> read("0600").oid());
        assertThrows(
                MalformedException.class,
                () -> read("060bffffffffffffffffffff7f").oid());
    }

    @Test
    void textIsReadInTheCharactersOfItsType() throws MalformedException {
        assertEquals("\u00E4", read("0c02c3a4").text());
        assertEquals("\u00E4", read("1e0200e4").text());
        assertEquals("\u00E4", read("1c04000000e4").text());
        assertEquals("\u00E4", read("1401e4").text());
        assertFalse(read("1601e4").isAscii());
    }

    @Test
    void timesAreUnderstoodAlsoInFormsThatAreForbidden() throws MalformedException {
        assertEquals(Optional.of(Instant.parse("2049-12-31T23:59:59Z")), time(Tag.UTC_TIME, "491231235959Z"));
        assertEquals(Optional.of(Instant.parse("1950-01-01T00:00:00Z")), time(Tag.UTC_TIME, "500101000000Z"));
        assertEquals(Optional.of(Instant.parse("2025-12-31T23:00:00Z")), time(Tag.UTC_TIME, "260101000000+0100"));
        assertEquals(Optional.of(Instant.parse("2026-01-01T00:00:00Z")), time(Tag.UTC_TIME, "2601010000Z"));
        assertEquals(Optional.of(Instant.parse("9999-12-31T23:59:59Z")), time(Tag.GENERALIZED_TIME, "99991231235959Z"));
        for (String bad : List.of("", "Z", "2613010000Z", "260132000000Z", "26010100x000Z", "260101250000Z")) {
            assertEquals(Optional.empty(), time(Tag.UTC_TIME, bad), bad);
        }
    }

    private static Optional<Instant> time(int tag, String text) throws MalformedException {
        byte[] der = new byte[text.length() + 2];
        der[0] = (byte) tag;
        der[1] = (byte) text.length();
        System.arraycopy(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, der, 2, text.length());
        return new TimeView(Element.root(der)).instant();
    }

    @Test
    void theArcBelowAnotherIsANumber() {
        assertEquals(17, Oid.below(Oid.NIST_SIGNATURES, Oid.NIST_SIGNATURES + "17"));
        assertEquals(-1, Oid.below(Oid.NIST_SIGNATURES, Oid.NIST_SIGNATURES));
        assertEquals(-1, Oid.below(Oid.NIST_SIGNATURES, Oid.NIST_SIGNATURES + "17.1"));
        assertEquals(-1, Oid.below(Oid.NIST_SIGNATURES, Oid.RSA_ENCRYPTION));
    }
}
