package cairn.ca.x509;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader agrees with another encoder on what is right, and refuses everything that is only nearly DER. */
final class DerReaderTest {
    @Property(tries = 300)
    void numbersThatAreEncodedElsewhereAreRead(@ForAll BigInteger number) throws Exception {
        DerReader reader = reader(new ASN1Integer(number).getEncoded("DER"));
        assertEquals(number, reader.integer(DerReader.INTEGER, "the number"));
        reader.finish();
    }

    @Property(tries = 300)
    void stringsOfAnyLengthAreRead(@ForAll @Size(max = 70000) byte[] content) throws Exception {
        assertArrayEquals(
                content, reader(new DEROctetString(content).getEncoded("DER")).octets(DerReader.OCTET_STRING, "x"));
        assertArrayEquals(
                content, reader(new DERBitString(content).getEncoded("DER")).bitString("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.9.2342.19200300.100.1.25",
                "1.2.840.113549.1.9.14",
                "2.5.29.17",
                "2.999.1",
                "2.16.840.1.114027.80.9.1.18446744073709551616",
                "1.3.6.1.4.1.99999.2",
                "2.47"
            })
    void identifiersAreReadAsTheyAreWritten(String dotted) throws Exception {
        assertEquals(
                dotted,
                reader(new ASN1ObjectIdentifier(dotted).getEncoded("DER")).oid("x"));
    }

    @Property(tries = 1000)
    void anyBytesAreReadOrRefusedAndNothingElse(@ForAll @Size(max = 60) byte[] noise) {
        try {
            DerReader reader = reader(noise);
            while (reader.hasMore()) {
                int before = reader.offset();
                reader.skip("an element");
                assertTrue(reader.offset() > before);
            }
        } catch (MalformedException e) {
            assertTrue(e.where().startsWith("offset "), e.where());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0101 01", "0101 03", "0102 ffff", "0100", "0201"})
    void aBooleanIsZerosOrOnes(String hex) {
        assertThrows(MalformedException.class, () -> reader(hex).bool(DerReader.BOOLEAN, "x"));
    }

    @Test
    void aDefaultThatIsSpelledOutIsRefused() throws Exception {
        assertTrue(reader("0101ff").optionalBool(DerReader.BOOLEAN, "x"));
        assertFalse(reader("0400").optionalBool(DerReader.BOOLEAN, "x"));
        assertThrows(MalformedException.class, () -> reader("010100").optionalBool(DerReader.BOOLEAN, "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0200",
                "02020001",
                "0202ff80",
                "0202ffff",
                "02020000",
                "028101 01",
                "0284ffffffff",
                "0280",
                "020101"
            })
    void aNumberHasItsShortestFormAndTheReaderItsRightTag(String hex) throws Exception {
        boolean good = hex.equals("020101");
        if (good) {
            assertEquals(BigInteger.ONE, reader(hex).integer(DerReader.INTEGER, "x"));
        } else {
            assertThrows(MalformedException.class, () -> reader(hex).integer(DerReader.INTEGER, "x"));
        }
        assertThrows(MalformedException.class, () -> reader(hex).integer(DerReader.ENUMERATED, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0300", "030101", "03020801", "03020101", "0302ff00"})
    void unusedBitsAreFewAndZero(String hex) {
        assertThrows(MalformedException.class, () -> reader(hex).bitString("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0600", "0601 80", "0602 8001", "0601 81", "0603 550480"})
    void anIdentifierEndsAndHasNoPadding(String hex) {
        assertThrows(MalformedException.class, () -> reader(hex).oid("x"));
    }

    @Test
    void whatFollowsIsNamedWithItsOffset() throws Exception {
        DerReader reader = reader("0500 0500");
        reader.skip(DerReader.NULL, "x");
        MalformedException refusal = assertThrows(MalformedException.class, reader::finish);
        assertEquals("offset 2 in the test", refusal.where());
    }

    @Test
    void depthAndLengthsAreBoundedBeforeAnybodyAllocates() {
        byte[] deep = new byte[40_000];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        assertThrows(MalformedException.class, () -> Der.requireDer(deep));
        assertThrows(
                MalformedException.class, () -> Der.requireDer(HexFormat.of().parseHex("3084ffffffff")));
        assertEquals(ContentKind.UNKNOWN, ContentKind.ofBytes(deep));
    }

    private static DerReader reader(String hex) {
        return reader(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    private static DerReader reader(byte[] bytes) {
        return DerReader.of(bytes, "the test");
    }
}
