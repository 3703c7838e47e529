package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The types of attribute: their numbers, string types and longest values are those of RFC 5280 appendix A and others. */
final class AttributeTypesTest {
    private static AttributeType type(String word) {
        return AttributeType.parse(word).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "serialNumber, 2.5.4.5, PrintableString, 64",
        "commonName, 2.5.4.3, UTF8String, 64",
        "stateOrProvinceName, 2.5.4.8, UTF8String, 128",
        "localityName, 2.5.4.7, UTF8String, 128",
        "streetAddress, 2.5.4.9, UTF8String, 128",
        "organizationName, 2.5.4.10, UTF8String, 64",
        "organizationalUnitName, 2.5.4.11, UTF8String, 64",
        "organizationIdentifier, 2.5.4.97, UTF8String, 32768",
        "title, 2.5.4.12, UTF8String, 64",
        "surname, 2.5.4.4, UTF8String, 32768",
        "givenName, 2.5.4.42, UTF8String, 32768",
        "pseudonym, 2.5.4.65, UTF8String, 128",
        "dnQualifier, 2.5.4.46, PrintableString, 32768",
        "userId, 0.9.2342.19200300.100.1.1, UTF8String, 256",
        "domainComponent, 0.9.2342.19200300.100.1.25, IA5String, 63",
        "emailAddress, 1.2.840.113549.1.9.1, IA5String, 255"
    })
    void eachTypeHasItsNumberItsStringAndItsLongestValue(String word, String oid, String string, int longest)
            throws Exception {
        AttributeType type = type(word);
        assertEquals(type, type(oid), "by number as by word");
        assertEquals(oid, type.oid().getId());
        assertEquals(word, type.word());
        assertEquals(Optional.empty(), type.objection("7".repeat(longest)));
        assertEquals(
                Optional.of("the value has more than " + longest + " characters"),
                type.objection("7".repeat(longest + 1)));
        assertEquals(Optional.of("the value is empty"), type.objection(""));
        AttributeTypeAndValue read = RDN.getInstance(type.encode("ab1")).getFirst();
        assertEquals(oid, read.getType().getId());
        assertEquals("ab1", ((ASN1String) read.getValue()).getString());
        Class<?> expected = switch (string) {
            case "PrintableString" -> DERPrintableString.class;
            case "IA5String" -> DERIA5String.class;
            default -> DERUTF8String.class;
        };
        assertEquals(expected, read.getValue().getClass());
    }

    @Test
    void lengthsCountCharactersAndNotHalvesOfThem() {
        AttributeType name = type("commonName");
        assertEquals(Optional.empty(), name.objection("\uD83D\uDE00".repeat(64)));
        assertTrue(name.objection("\uD83D\uDE00".repeat(65)).isPresent());
    }

    @Test
    void printableStringHasExactlyItsSeventyFourCharacters() {
        AttributeType type = type("serialNumber");
        long allowed = IntStream.range(0, 0x250)
                .filter(c -> type.objection(Character.toString(c)).isEmpty())
                .count();
        assertEquals(74, allowed);
        for (int c = 0; c < 0x80; c++) {
            assertEquals(
                    DERPrintableString.isPrintableString(Character.toString(c)),
                    type.objection(Character.toString(c)).isEmpty(),
                    "character " + c);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"domainComponent", "emailAddress"})
    void ia5StringEndsWithAscii(String word) {
        assertTrue(type(word).objection("a\u007F").isEmpty());
        assertEquals(
                Optional.of("the value has a character beyond ASCII"),
                type(word).objection("a\u0080"));
    }

    @ParameterizedTest
    @CsvSource({"DE, true", "de, false", "D, false", "DEU, false", "D1, false", "\u00C4B, false", "' DE', false"})
    void aCountryIsTwoCapitals(String value, boolean good) {
        assertEquals(good, type("countryName").objection(value).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"FFF1, true", "0000, true", "fff1, false", "FFF, false", "FFF11, false", "FFG1, false"})
    void identifiersOfMatterAreFourDigits(String value, boolean good) {
        assertEquals(good, type("matterVendorId").objection(value).isEmpty());
        assertEquals(good, type("matterProductId").objection(value).isEmpty());
    }

    @Test
    void anyOtherNumberIsTextWithAGenerousBound() {
        AttributeType other = type("1.2.3.4");
        assertEquals("1.2.3.4", other.word());
        assertEquals(other, AttributeType.of(new ASN1ObjectIdentifier("1.2.3.4")));
        assertEquals(Optional.empty(), other.objection("\u00E4".repeat(32_768)));
        assertTrue(other.objection("x".repeat(32_769)).isPresent());
        assertTrue(AttributeType.parse("CN").isEmpty());
        assertTrue(AttributeType.parse("commonname").isEmpty());
        assertTrue(AttributeType.parse("1").isEmpty());
        assertFalse(AttributeType.parse("2.5.4.3").isEmpty());
    }
}
