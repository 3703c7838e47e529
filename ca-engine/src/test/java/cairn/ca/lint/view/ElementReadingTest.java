package cairn.ca.lint.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.MalformedException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the raw reader says of hostile bytes, and how it walks, compares and converts the good ones. */
class ElementReadingTest {
    @ParameterizedTest
    @CsvSource({
        "'', the bytes end in the middle of an element, 0",
        "30, the bytes end in the middle of an element, 0",
        "1f, the bytes end in the middle of an element, 0",
        "1f8180, the bytes end in the middle of an element, 0",
        "1f01, the bytes end in the middle of an element, 0",
        "3080, a length that is not DER, 1",
        "30800000, a length that is not DER, 1",
        "308100, a length that is not DER, 1",
        "30817f, a length that is not DER, 1",
        "3082007f, a length that is not DER, 1",
        "30850100000000, a length that is not DER, 1",
        "308200, a length that is not DER, 1",
        "3084ffffffff, a length that is not DER, 1",
        "308480000000, a length that is not DER, 1",
        "30ff, a length that is not DER, 1",
        "30847fffffff, an element is longer than what is around it, 0",
        "3001, an element is longer than what is around it, 0",
        "308180, an element is longer than what is around it, 0",
        "050000, 1 bytes follow the element, 2",
        "0500ffffff, 3 bytes follow the element, 2"
    })
    void hostileBytesAreRefusedWithTheirPlace(String digits, String words, int offset) {
        MalformedException refusal = assertThrows(MalformedException.class, () -> Read.hex(digits));
        assertEquals("offset " + offset, refusal.where());
        assertTrue(String.valueOf(refusal.getMessage()).contains(words), refusal::getMessage);
    }

    @Test
    void anInnerElementEndsWithinItsOuterOne() throws MalformedException {
        // The inner length would fit into the bytes, but not into the sequence.
        Element outer = Read.hex("3006 3002 0402 0500").children().getFirst();
        assertThrows(MalformedException.class, outer::children);
        assertThrows(MalformedException.class, () -> Read.hex("3002 1f81").children());
        assertThrows(MalformedException.class, () -> Read.hex("3003 048200").children());
        MalformedException refusal = assertThrows(
                MalformedException.class, () -> Read.hex("3005 0500 040201").children());
        assertEquals("offset 4", refusal.where());
    }

    @Test
    void anElementKnowsItsPlaceAndItsOctets() throws MalformedException {
        Element second = Read.hex("300a 0500 0404 01020304 0500").children().get(1);
        assertEquals(4, second.offset());
        assertEquals(4, second.length());
        assertEquals(6, second.encodedLength());
        assertEquals(4, second.octet(3));
        assertArrayEquals(new byte[] {1, 2, 3, 4}, second.content());
        assertArrayEquals(new byte[] {4, 4, 1, 2, 3, 4}, second.encoded());
        assertEquals(Tag.OCTET_STRING, second.tag());
        assertTrue(second.is(Tag.OCTET_STRING));
        assertFalse(second.is(Tag.NULL));
        assertFalse(second.isConstructed());
        assertTrue(Read.hex("a000").isConstructed());
        assertFalse(Read.hex("8000").isConstructed());
        assertEquals(0xFE, Read.hex("0401fe").octet(0));
    }

    @Test
    void siblingsAreWalkedOneAfterTheOther() throws MalformedException {
        Element parent = Read.hex("3006 020101 020102");
        Element first = parent.firstInside();
        assertEquals(BigInteger.ONE, first.integer());
        Element second = Objects.requireNonNull(first.nextInside(parent));
        assertEquals(BigInteger.TWO, second.integer());
        assertNull(second.nextInside(parent));
        assertThrows(MalformedException.class, () -> Read.hex("3000").firstInside());
        Element broken = Read.hex("3004 0500 0501");
        assertThrows(MalformedException.class, () -> broken.firstInside().nextInside(broken));
    }

    @Test
    void whatIsInsideAfterSomeOctetsFillsTheRest() throws MalformedException {
        assertEquals(Tag.NULL, Read.hex("0303 000500").inside(1).tag());
        assertThrows(MalformedException.class, () -> Read.hex("0303 000500").inside(0));
        assertThrows(MalformedException.class, () -> Read.hex("0300").inside(1));
        assertThrows(MalformedException.class, () -> Read.hex("0301 00").inside(1));
        MalformedException refusal = assertThrows(
                MalformedException.class, () -> Read.hex("0405 0500 050000").inside(0));
        assertEquals("offset 4", refusal.where());
        assertThrows(MalformedException.class, () -> Read.hex("0304 0005 0000").inside(1));
    }

    @Test
    void childrenCannotBeChanged() throws MalformedException {
        List<Element> children = Read.hex("3002 0500").children();
        assertThrows(UnsupportedOperationException.class, children::clear);
        assertEquals(List.of(), Read.hex("3000").children());
        assertEquals(1, Read.hex("3002 0500").childrenOrNone().size());
    }

    @Property(tries = 200)
    void integersAreReadLikeByTheLibrary(@ForAll BigInteger number) throws Exception {
        assertEquals(number, Element.root(new ASN1Integer(number).getEncoded()).integer());
    }

    @Test
    void anIntegerHasAnOctet() {
        assertThrows(MalformedException.class, () -> Read.hex("0200").integer());
    }

    @Property(tries = 200)
    void octetsOfAnyLengthComeBack(@ForAll @Size(max = 400) byte[] octets) throws Exception {
        Element element = Element.root(new DEROctetString(octets).getEncoded());
        assertArrayEquals(octets, element.content());
        assertArrayEquals(new DEROctetString(octets).getEncoded(), element.encoded());
    }

    @Property(tries = 1500)
    void randomBytesAreReadOrRefusedAndNothingElse(@ForAll @Size(max = 40) byte[] octets) {
        try {
            walk(Element.root(octets), 0);
        } catch (MalformedException e) {
            assertTrue(e.where().startsWith("offset "), e::where);
        }
    }

    private static void walk(Element element, int depth) {
        element.text();
        element.utf8();
        element.isAscii();
        assertEquals(element.encodedLength(), element.encoded().length);
        if (depth < 50) {
            int inside = 0;
            for (Element child : element.childrenOrNone()) {
                walk(child, depth + 1);
                inside += child.encodedLength();
            }
            assertTrue(inside == element.length() || element.childrenOrNone().isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "060100, 0.0",
        "060127, 0.39",
        "060128, 1.0",
        "06014f, 1.39",
        "060150, 2.0",
        "06018837, x",
        "06028837, 2.999",
        "06022a7f, 1.2.127",
        "06032a8100, 1.2.128",
        "06092a ffffffffffffff 7f, 1.2.72057594037927935"
    })
    void objectIdentifiersAreReadAtTheirBoundaries(String digits, String text) throws MalformedException {
        if (text.equals("x")) {
            assertThrows(MalformedException.class, () -> Read.hex(digits));
        } else {
            assertEquals(text, Read.hex(digits).oid());
        }
    }

    @Test
    void anArcBeyond56BitsIsRefusedInsteadOfWrapped() {
        assertThrows(
                MalformedException.class,
                () -> Read.hex("060a 2a ffffffffffffffff 7f").oid());
        MalformedException refusal = assertThrows(
                MalformedException.class, () -> Read.hex("06022a81").oid());
        assertEquals("offset 0", refusal.where());
    }

    @Test
    void comparingLooksAtTheWholeOrAtTheContent() throws MalformedException {
        Element octets = Read.hex("0402 0102");
        Element text = Read.hex("0c02 0102");
        assertFalse(octets.sameBytes(text));
        assertTrue(octets.sameContent(text));
        assertTrue(octets.sameBytes(Read.hex("3004 0402 0102").children().getFirst()));
        assertFalse(octets.sameContent(Read.hex("0402 0103")));
        assertFalse(octets.sameContent(Read.hex("0403 010200")));
        assertTrue(octets.compareEncoded(text) < 0);
        assertTrue(Read.hex("0401ff").compareEncoded(Read.hex("04017f")) > 0);
        assertEquals(0, octets.compareEncoded(Read.hex("0402 0102")));
    }

    @Test
    void asciiEndsAt7F() throws MalformedException {
        assertTrue(Read.hex("1602 007f").isAscii());
        assertFalse(Read.hex("1602 8000").isAscii());
        assertFalse(Read.hex("1602 0080").isAscii());
        assertTrue(Read.hex("1600").isAscii());
    }

    @Test
    void textsThatAreNotWholeCharactersAreStillTexts() throws MalformedException {
        assertEquals("\uFFFD", Read.hex("0c01 c3").text());
        assertEquals("a\uFFFD", Read.hex("1e03 0061 00").text());
        assertEquals("\u00C3\u00A4", Read.hex("1302 c3a4").text());
        assertEquals("\u00E4", Read.hex("1302 c3a4").utf8());
        assertEquals("", Read.hex("0c00").text());
        assertEquals("\uD83D\uDD11", Read.hex("1c04 0001f511").text());
    }

    @Test
    void theBytesOfACertificateAreCopiedBeforeTheyAreRead() {
        byte[] der = new byte[300];
        Arrays.fill(der, (byte) 5);
        assertThrows(MalformedException.class, () -> CertificateView.ofDer(der));
        assertThrows(MalformedException.class, () -> CrlView.ofDer(der));
    }
}
