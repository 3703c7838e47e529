package cairn.ca.x509;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are kept byte for byte, printed most specific first, and read back. */
final class DistinguishedNameTest {
    @Property(tries = 500)
    void aPrintedNameIsReadBack(@ForAll @StringLength(min = 1, max = 20) @CharRange(from = ' ', to = '~') String value)
            throws Exception {
        DistinguishedName name = DistinguishedName.of(new X500NameBuilder()
                .addRDN(BCStyle.O, new DERUTF8String("Example, Inc."))
                .addRDN(BCStyle.CN, new DERUTF8String(value))
                .build());
        assertEquals(Optional.of(value), name.commonName());
        assertEquals(name, DistinguishedName.parse(name.toString()));
        assertArrayEquals(
                name.encoded(), DistinguishedName.ofDer(name.encoded()).encoded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "\\#", "\\", "\\\\", " ", " # ", "a\\", "=", "#0C", "\\23", "+,;<>\"", "a  b"})
    void valuesThatLookEscapedArePrintedUnmistakably(String value) throws Exception {
        DistinguishedName name = DistinguishedName.of(new X500NameBuilder()
                .addRDN(BCStyle.CN, new DERUTF8String(value))
                .build());
        assertEquals(name, DistinguishedName.parse(name.toString()));
    }

    @Test
    void theMostSpecificPartStandsFirstInTextAndLastInDer() throws Exception {
        DistinguishedName name = DistinguishedName.parse("CN=Root,O=Example,C=DE");
        assertEquals("CN=Root,O=Example,C=DE", name.toString());
        assertEquals(BCStyle.C, name.name().getRDNs()[0].getFirst().getType());
        assertFalse(name.isEmpty());
        assertEquals(name, DistinguishedName.ofDer(name.encoded()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no attribute",
                "=x",
                "XYZ=1",
                "CN",
                "CN=a,",
                "CN=a\\",
                "CN=a\"b",
                "CN=#zz",
                "CN=#0C",
                "CN=a;b",
                "CN=\\q"
            })
    void textThatIsNoNameIsRefused(String text) {
        assertThrows(MalformedException.class, () -> DistinguishedName.parse(text));
    }

    @Test
    void escapesAndSeveralAttributesInOnePartAreRead() throws Exception {
        DistinguishedName name = DistinguishedName.parse(" CN = \\23a\\2c\\C3\\A4\\  + SERIALNUMBER=7 , O=x  ");
        assertEquals(Optional.of("#a,\u00E4 "), name.commonName());
        assertEquals(2, name.name().getRDNs().length);
        assertEquals(Optional.of("x"), name.first(BCStyle.O));
        assertEquals(Optional.of("hi"), DistinguishedName.parse("CN=#0C026869").commonName());
        assertTrue(DistinguishedName.parse("").isEmpty());
    }

    @Test
    void controlCharactersAreShownAndDoNotBreakTheLine() {
        DistinguishedName name = DistinguishedName.of(new X500NameBuilder()
                .addRDN(BCStyle.CN, new DERUTF8String("a\nO=Root\u202Eb"))
                .build());
        assertTrue(name.toString().contains("[U+000A]"), name.toString());
        assertTrue(name.toString().contains("[U+202E]"), name.toString());
        assertFalse(name.toString().contains("\n"));
    }

    @Test
    void bytesThatAreNoNameAreRefused() {
        assertThrows(MalformedException.class, () -> DistinguishedName.ofDer(new byte[] {5, 0}));
    }
}
