package cairn.ca.x509;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names from outside: any text and any octets are a name or are refused, and a name is never quietly another one. */
final class HostileNamesTest {
    @Property(tries = 2000)
    void anyTextIsANameThatReadsBackOrIsRefused(@ForAll("nearlyNames") String text) throws Exception {
        DistinguishedName name;
        try {
            name = DistinguishedName.parse(text);
        } catch (MalformedException e) {
            assertFalse(e.where().isBlank());
            assertEquals(PlainText.escape(e.what()), e.what(), "the refusal is safe to show");
            return;
        }
        assertArrayEquals(
                name.encoded(), DistinguishedName.ofDer(name.encoded()).encoded());
        assertEquals(name, DistinguishedName.parse(name.toString()));
    }

    @Provide
    Arbitrary<String> nearlyNames() {
        return Arbitraries.of(
                        "CN",
                        "O",
                        "=",
                        ",",
                        "+",
                        "\\",
                        "\"",
                        "#",
                        "0C",
                        "03",
                        "616263",
                        " ",
                        "C",
                        "DE",
                        "\\2C",
                        "\\C3\\A4",
                        "\\FF",
                        ";",
                        "a",
                        "\u00E4",
                        "1.2.3",
                        "SERIALNUMBER",
                        "DC",
                        "E")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 1000)
    void theJavaPlatformReadsTheSameName(@ForAll("values") String common, @ForAll("values") String organization) {
        DistinguishedName name = DistinguishedName.of(new X500NameBuilder()
                .addRDN(BCStyle.O, new DERUTF8String(organization))
                .addRDN(BCStyle.CN, new DERUTF8String(common))
                .build());
        X500Principal platform = new X500Principal(name.encoded());
        assertEquals(platform, new X500Principal(name.toString()), name.toString());
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars('\u00E4', '\u4E2D')
                .ofMinLength(1)
                .ofMaxLength(12)
                // The platform's reader takes an escaped quotation mark for the start of a quoted value.
                .filter(value -> value.charAt(0) != '#' && value.indexOf('"') < 0 && value.indexOf('\\') < 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN=a\\FF", "CN=\\C3", "CN=\\C3\\28", "CN=\\ED\\A0\\80", "CN=\\F8\\88\\80\\80\\80"})
    void octetsThatAreNoUtf8AreNotReplaced(String text) {
        assertThrows(MalformedException.class, () -> DistinguishedName.parse(text));
    }

    @Test
    void halfACharacterIsNotReplaced() {
        assertThrows(MalformedException.class, () -> DistinguishedName.parse("CN=a\uD83D"));
        assertThrows(MalformedException.class, () -> DistinguishedName.parse("CN=\uDE00b"));
    }

    @Test
    void aWholeCharacterBeyondTheBasicPlaneIsKept() throws Exception {
        assertEquals(
                Optional.of("\uD83D\uDE00"),
                DistinguishedName.parse("CN=\uD83D\uDE00").commonName());
        assertEquals(
                Optional.of("\uD83D\uDE00"),
                DistinguishedName.parse("CN=\\F0\\9F\\98\\80").commonName());
    }

    @Test
    void aControlCharacterDoesNotLookLikeItsDescription() {
        DistinguishedName control = common("a\u0007b");
        DistinguishedName words = common("a[U+0007]b");
        assertNotEquals(control, words);
        assertNotEquals(control.toString(), words.toString());
    }

    private static DistinguishedName common(String value) {
        return DistinguishedName.of(new X500NameBuilder()
                .addRDN(BCStyle.CN, new DERUTF8String(value))
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "a relative name that is no set, 30023000",
        "a set of nothing, 30023100",
        "an attribute that is no sequence, 300431020500",
        "an attribute of one part, 300931073005060355040A",
        "an attribute of three parts, 300D310B3009060355040A0C000C00",
        "a type that is no identifier, 300931073005020103" + "0C00",
        "an indefinite length, 30800000",
        "bytes behind the name, 30000500",
        "a length that lies, 300531020500",
        "no bytes, ''"
    })
    void octetsThatAreNearlyANameAreRefused(String why, String hex) {
        byte[] der = HexFormat.of().parseHex(hex);
        assertThrows(MalformedException.class, () -> DistinguishedName.ofDer(der), why);
    }

    @Property(tries = 2000)
    void anyOctetsAreANameThatCanBePrintedOrAreRefused(@ForAll("nearlyDer") byte[] der) {
        try {
            DistinguishedName name = DistinguishedName.ofDer(der);
            assertArrayEquals(der, name.encoded());
            assertTrue(name.toString().codePoints().noneMatch(PlainText::isUnsafe));
            name.commonName();
            name.isEmpty();
        } catch (MalformedException e) {
            assertFalse(e.where().isBlank());
        }
    }

    @Provide
    Arbitrary<byte[]> nearlyDer() {
        byte[] good = HexFormat.of().parseHex("301C310B300906035504061302444531" + "0D300B06035504030C0461626364");
        Arbitrary<Integer> places = Arbitraries.integers().between(0, good.length - 1);
        Arbitrary<Byte> values = Arbitraries.bytes();
        return places.list()
                .ofMinSize(0)
                .ofMaxSize(3)
                .flatMap(at -> values.map(value -> {
                    byte[] der = good.clone();
                    at.forEach(place -> der[place] = value);
                    return der;
                }));
    }

    @Property(tries = 500)
    void equalityIsThatOfOctets(
            @ForAll @Size(min = 1, max = 3) byte[] left, @ForAll @Size(min = 1, max = 3) byte[] right)
            throws Exception {
        DistinguishedName one =
                DistinguishedName.parse("CN=#04" + HexFormat.of().toHexDigits((byte) left.length)
                        + HexFormat.of().formatHex(left));
        DistinguishedName other =
                DistinguishedName.parse("CN=#04" + HexFormat.of().toHexDigits((byte) right.length)
                        + HexFormat.of().formatHex(right));
        boolean same = java.util.Arrays.equals(left, right);
        assertEquals(same, one.equals(other));
        assertEquals(same, one.toString().equals(other.toString()));
        assertTrue(!same || one.hashCode() == other.hashCode());
    }

    @Test
    void sameTextInAnotherStringTypeIsAnotherName() throws Exception {
        assertNotEquals(DistinguishedName.parse("CN=#0C0161"), DistinguishedName.parse("CN=#130161"));
    }
}
