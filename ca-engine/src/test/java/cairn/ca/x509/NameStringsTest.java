package cairn.ca.x509;

import static cairn.ca.x509.Tlv.element;
import static cairn.ca.x509.Tlv.hex;
import static cairn.ca.x509.Tlv.sequence;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The string types of names, their text, and the names that cannot be written down without loss. */
final class NameStringsTest {
    private static final byte[] COMMON_NAME = hex("0603550403");

    private static byte[] name(byte[] value) {
        return sequence(element(DerReader.SET, sequence(COMMON_NAME, value)));
    }

    @ParameterizedTest
    @CsvSource({
        "0C0141, A",
        "130141, A",
        "160141, A",
        "1A0141, A",
        "120137, 7",
        "1E020041, A",
        "1E0200E4, \u00E4",
        "1E04D83DDE00, \uD83D\uDE00",
        "1401E4, \u00E4",
        "0C02C3A4, \u00E4",
        "0C04F09F9880, \uD83D\uDE00"
    })
    void everyTypeOfStringIsText(String value, String text) throws Exception {
        DistinguishedName name = DistinguishedName.ofDer(name(hex(value)));
        assertEquals(Optional.of(text), name.commonName());
        assertEquals("CN=" + text, name.toString());
        assertArrayEquals(name(hex(value)), name.encoded());
    }

    @ParameterizedTest
    @CsvSource({
        "1C0400000041, CN=#1c0400000041",
        "020105, CN=#020105",
        "0500, CN=#0500",
        "04024142, CN=#04024142",
        "03020041, CN=#03020041",
        "3003020101, CN=#3003020101",
        "0C01C4, CN=#0c01c4"
    })
    void whatIsNoTextIsPrintedAsItsOctets(String value, String text) throws Exception {
        DistinguishedName name = DistinguishedName.ofDer(name(hex(value)));
        assertEquals(text, name.toString());
        assertEquals(Optional.of(text.substring(3)), name.first(BCStyle.CN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0500", "020105", "1C0400000041", "130141", "1E020041", "04024142", "0C024869"})
    void octetsBehindAHashAreTakenAsTheyAre(String value) throws Exception {
        DistinguishedName name = DistinguishedName.parse("CN=#" + value);
        assertArrayEquals(name(hex(value)), name.encoded());
        assertEquals(name, DistinguishedName.parse(" cn = #" + value + " "));
    }

    @ParameterizedTest
    @CsvSource({
        "CN=#, offset 0",
        "CN=#0, character",
        "CN=#0C0, character",
        "CN=#0G00, character",
        "CN=#0C0141 x, character",
        "CN=#0C0141#, character",
        "CN=#0C0241, offset 0",
        "CN=#0C014141, offset 3",
        "CN=#0C8141, offset",
        "CN=#30800000, offset"
    })
    void octetsBehindAHashAreOneElement(String text, String where) {
        MalformedException refusal = assertThrows(MalformedException.class, () -> DistinguishedName.parse(text), text);
        assertTrue(refusal.where().startsWith(where), refusal::getMessage);
    }

    @ParameterizedTest
    @CsvSource({
        "'no equals', character 1, no equals sign",
        "'CN=a,', character 6, no equals sign",
        "'CN=a,O', character 6, no equals sign",
        "'CN=a+', character 6, no equals sign",
        "'XY=1', character 1, not an attribute of a name: XY",
        "'=1', character 1, not an attribute of a name",
        "'1.2.=x', character 1, not an attribute of a name",
        "'CN=a;b', character 5, needs a backslash before it",
        "'CN=a<', character 5, needs a backslash before it",
        "'CN=>', character 4, needs a backslash before it",
        "'CN=\"a\"', character 4, needs a backslash before it",
        "'CN=a\\', character 5, a backslash at the end",
        "'CN=\\q', character 4, a backslash before a character that needs none",
        "'CN=\\4', character 4, a backslash before a character that needs none",
        "'CN=\\C3', character 7, octets that are not UTF-8",
        "'CN=\\ED\\A0\\80', character 13, octets that are not UTF-8"
    })
    void theCharacterThatIsWrongIsNamed(String text, String where, String words) {
        MalformedException refusal = assertThrows(MalformedException.class, () -> DistinguishedName.parse(text), text);
        assertEquals(where, refusal.where(), refusal::getMessage);
        assertTrue(refusal.what().contains(words), refusal::getMessage);
    }

    @ParameterizedTest
    @CsvSource({
        "'CN=a\\,b,O=c', 'a,b'",
        "'CN=a\\+b', a+b",
        "'CN=\\\"q\\\"', '\"q\"'",
        "'CN=\\<\\>\\;', <>;",
        "'CN=\\\\', \\",
        "'CN=\\ a\\ ', ' a '",
        "'CN=a b', a b",
        "'CN= a b  ,O=c', a b",
        "'CN=\\23x', #x",
        "'CN=\\#x', #x",
        "'CN=x#', x#",
        "'CN=a\\=b', a=b",
        "'CN=a=b', a=b",
        "'CN=\\00', '\u0000'",
        "'CN=\\C3\\A4', \u00E4",
        "'CN=\\c3\\a4', \u00E4",
        "'2.5.4.3=x', x",
        "'OID.2.5.4.3=x', x",
        "'cN=x', x"
    })
    void escapesAreThoseOfRfc4514(String text, String value) throws Exception {
        assertEquals(Optional.of(value), DistinguishedName.parse(text).commonName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=Root,O=Example,C=DE",
                "CN=a\\,b\\+c,OU=x\\;y,O=z",
                "CN=\\ lead,O=trail\\ ",
                "CN=\\#hash,O=in#side",
                "CN=q\\\"q,O=b\\\\s",
                "CN=a\\<b\\>c,O=m\\=n",
                "CN=Bj\u00F6rn,O=\u5BC6\u7801,L=\u0416",
                "CN=x+OU=y,O=z"
            })
    void thePlatformUnderstandsTheTextAndWeItsText(String text) throws Exception {
        DistinguishedName name = DistinguishedName.parse(text);
        X500Principal platform = new X500Principal(name.encoded());
        assertEquals(platform, new X500Principal(name.toString()));
        String rfc2253 = platform.getName(X500Principal.RFC2253);
        assertEquals(
                platform, new X500Principal(DistinguishedName.parse(rfc2253).encoded()), rfc2253);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C=\u00C4\u00D6",
                "E=\u00FC@example.org",
                "DC=b\u00FCcher",
                "DC=\u5BC6",
                "SERIALNUMBER=\u00FC1",
                "DNQ=\u0080",
                "CN=x,DC=\\C3\\A4"
            })
    void lettersThatTheTypeOfStringCannotHoldAreRefusedAndNotCut(String text) {
        MalformedException refusal = assertThrows(MalformedException.class, () -> DistinguishedName.parse(text), text);
        assertTrue(refusal.what().contains("beyond ASCII"), refusal::getMessage);
        assertTrue(refusal.where().startsWith("character "), refusal::getMessage);
    }

    @ParameterizedTest
    @CsvSource({
        "C=DE, 13",
        "DC=example, 16",
        "E=a@b.example, 16",
        "CN=x, 0C",
        "O=x, 0C",
        "SERIALNUMBER=1, 13",
        "DNQ=1, 13"
    })
    void eachAttributeHasItsTypeOfString(String text, String tag) throws Exception {
        byte[] encoded = DistinguishedName.parse(text).encoded();
        DerReader attribute = DerReader.of(encoded, "x")
                .enter(DerReader.SEQUENCE, "name")
                .enter(DerReader.SET, "relative")
                .enter(DerReader.SEQUENCE, "attribute");
        attribute.oid("type");
        assertEquals(Integer.parseInt(tag, 16), attribute.tag());
    }

    @Test
    void anyTypeOfAttributeIsPrintedBySymbolOrNumber() throws Exception {
        assertEquals("1.2.3.4=x", DistinguishedName.parse("1.2.3.4=x").toString());
        assertEquals("CN=x", DistinguishedName.parse("2.5.4.3=x").toString());
        DistinguishedName several = DistinguishedName.parse("CN=a+1.2.3=b,O=c");
        assertEquals(2, several.name().getRDNs().length);
        assertTrue(several.toString().contains("1.2.3=b"), several.toString());
    }

    @Test
    void theFirstOfSeveralValuesIsTheLeastSpecific() throws Exception {
        DistinguishedName name = DistinguishedName.parse("OU=inner,OU=outer,O=x");
        assertEquals(Optional.of("outer"), name.first(BCStyle.OU));
        assertEquals(Optional.empty(), name.commonName());
        assertEquals("OU=inner,OU=outer,O=x", name.toString());
        assertFalse(name.isEmpty());
        assertEquals(Optional.of("y"), DistinguishedName.parse("OU=x+CN=y").commonName());
    }

    @Test
    void aNameWithBytesBehindItIsRefused() {
        byte[] good = name(hex("0C0141"));
        byte[] longer = Arrays.copyOf(good, good.length + 2);
        assertThrows(MalformedException.class, () -> DistinguishedName.ofDer(longer));
        assertThrows(MalformedException.class, () -> DistinguishedName.ofDer(new byte[0]));
        assertThrows(MalformedException.class, () -> DistinguishedName.ofDer(hex("30023100")));
    }
}
