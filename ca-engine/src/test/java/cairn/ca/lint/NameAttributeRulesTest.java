package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.alone;
import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNumericString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERT61String;
import org.bouncycastle.asn1.DERUTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about each attribute of a name: its length, its type, its characters. */
class NameAttributeRulesTest {
    private static final LintContext INTERNAL = LintContext.internal();
    private static final String KEY = "\uD83D\uDD11";

    static CertificateFixture subject(String oid, ASN1Encodable value) {
        return Fixtures.server().subject(Asn1.name(oid, value));
    }

    static CertificateFixture subject(String oid, String value) {
        return subject(oid, new DERUTF8String(value));
    }

    static CertificateFixture common(String value) {
        return subject(Oid.COMMON_NAME, value);
    }

    static void bad(String rule, String oid, ASN1Encodable value, String text, String words) {
        String line = oid + ": '" + text + "' " + words;
        says(rule, subject(oid, value), "subject " + line);
        says(rule, Fixtures.server().issuer(Asn1.name(oid, value)), "issuer " + line);
    }

    static void bad(String rule, String text, String words) {
        bad(rule, Oid.COMMON_NAME, new DERUTF8String(text), text, words);
    }

    @ParameterizedTest
    @CsvSource({
        "2.5.4.3, 64",
        "2.5.4.5, 64",
        "2.5.4.7, 128",
        "2.5.4.8, 128",
        "2.5.4.10, 64",
        "2.5.4.11, 64",
        "2.5.4.12, 64",
        "2.5.4.65, 128",
        "1.2.840.113549.1.9.1, 255",
        "2.5.4.41, 32768",
        "2.5.4.4, 32768",
        "2.5.4.42, 32768",
        "2.5.4.43, 32768",
        "2.5.4.44, 32768",
        "2.5.4.9, 128",
        "2.5.4.15, 128",
        "2.5.4.17, 40"
    })
    void eachAttributeHasItsUpperBoundInCharacters(String oid, int bound) {
        silent("rfc5280.attribute-length", subject(oid, "a".repeat(bound)), subject(oid, KEY.repeat(bound)));
        String long1 = "a".repeat(bound + 1);
        String shown = long1.length() <= 80 ? long1 : long1.substring(0, 77) + "...";
        bad("rfc5280.attribute-length", oid, new DERUTF8String(long1), shown, "is longer than its upper bound");
    }

    @Test
    void attributesWithoutABoundAreNotMeasured() {
        silent(
                "rfc5280.attribute-length",
                subject("1.2.3.4", "a".repeat(5000)),
                subject(Oid.DOMAIN_COMPONENT, "a".repeat(300)));
        alone("rfc5280.attribute-length", common("a".repeat(65)), INTERNAL);
    }

    @Test
    void aLongValueIsShownShortenedFrom81Characters() {
        String eighty = "a".repeat(79) + "*";
        bad(
                "rfc5280.printable-alphabet",
                Oid.COMMON_NAME,
                new DERPrintableString(eighty, false),
                eighty,
                "has characters that a PrintableString cannot hold");
        bad(
                "rfc5280.printable-alphabet",
                Oid.COMMON_NAME,
                new DERPrintableString(eighty + "b", false),
                "a".repeat(77) + "...",
                "has characters that a PrintableString cannot hold");
    }

    @Test
    void givenNamesAndSurnamesStayWithin64() {
        String words = "is longer than 64 characters";
        for (String oid : new String[] {Oid.GIVEN_NAME, Oid.SURNAME}) {
            bad("x411.personal-name-length", oid, new DERUTF8String("b".repeat(65)), "b".repeat(65), words);
            silent("x411.personal-name-length", subject(oid, "b".repeat(64)));
        }
        silent("x411.personal-name-length", common("b".repeat(65)), subject(Oid.INITIALS, "b".repeat(65)));
        alone("x411.personal-name-length", subject(Oid.SURNAME, "b".repeat(65)), INTERNAL);
    }

    @Test
    void aValueIsNotEmpty() {
        bad("rfc5280.attribute-empty", "", "is an empty value");
        bad("rfc5280.attribute-empty", "1.2.3.4", new DERPrintableString(""), "", "is an empty value");
        alone("rfc5280.attribute-empty", common(""), INTERNAL);
        silent("rfc5280.attribute-empty", common("a"));
    }

    @Test
    void aCountryIsTwoCapitalLettersAsAPrintableString() {
        for (String text : new String[] {"ch", "Ch", "cH", "CHE", "C", "", "C1", "[A", "A@", "756"}) {
            bad(
                    "iso3166.country-code",
                    Oid.COUNTRY,
                    new DERPrintableString(text, false),
                    text,
                    "is not two capital letters");
        }
        silent("iso3166.country-code", subject(Oid.COUNTRY, "AZ"), subject(Oid.COUNTRY, "ZA"), common("che"));
        bad("rfc5280.country-printable", Oid.COUNTRY, new DERUTF8String("CH"), "CH", "is not a PrintableString");
        bad("rfc5280.country-printable", Oid.COUNTRY, new DERIA5String("CH"), "CH", "is not a PrintableString");
        silent("rfc5280.country-printable", subject(Oid.COUNTRY, new DERPrintableString("CH")), common("CH"));
        alone("rfc5280.country-printable", subject(Oid.COUNTRY, "CH"), INTERNAL);
        alone("iso3166.country-code", subject(Oid.COUNTRY, new DERPrintableString("ch")), INTERNAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Oid.COMMON_NAME,
                Oid.SURNAME,
                Oid.LOCALITY,
                Oid.STATE,
                Oid.ORGANIZATION,
                Oid.ORGANIZATIONAL_UNIT,
                Oid.TITLE,
                Oid.NAME,
                Oid.GIVEN_NAME,
                Oid.INITIALS,
                Oid.GENERATION_QUALIFIER,
                Oid.PSEUDONYM,
                Oid.MATTER_VENDOR_ID,
                Oid.MATTER_PRODUCT_ID
            })
    void aDirectoryStringHasOneOfTwoTypes(String oid) {
        String words = "is neither a PrintableString nor a UTF8String";
        for (ASN1Encodable value :
                new ASN1Encodable[] {new DERBMPString("a"), new DERT61String("a"), new DERIA5String("a")}) {
            bad("rfc5280.directory-string-type", oid, value, "a", words);
        }
        silent("rfc5280.directory-string-type", subject(oid, "a"), subject(oid, new DERPrintableString("a")));
        alone("rfc5280.directory-string-type", subject(oid, new DERBMPString("a")), INTERNAL);
    }

    @Test
    void attributesWithATypeOfTheirOwnHaveIt() {
        String words = "has the wrong string type for its attribute";
        for (String oid : new String[] {Oid.SERIAL_NUMBER, Oid.DN_QUALIFIER}) {
            bad("rfc5280.fixed-string-type", oid, new DERUTF8String("a"), "a", words);
            bad("rfc5280.fixed-string-type", oid, new DERNumericString("1"), "1", words);
            silent("rfc5280.fixed-string-type", subject(oid, new DERPrintableString("a")));
        }
        for (String oid : new String[] {Oid.EMAIL_ADDRESS, Oid.DOMAIN_COMPONENT}) {
            bad("rfc5280.fixed-string-type", oid, new DERPrintableString("a"), "a", words);
            silent("rfc5280.fixed-string-type", subject(oid, new DERIA5String("a")));
        }
        silent("rfc5280.fixed-string-type", common("a"), subject("1.2.3.4", new DERBMPString("a")));
        silent("rfc5280.directory-string-type", subject("1.2.3.4", new DERBMPString("a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "@", "&", "!", "#", "_", "\"", ";", "<", ">", "[", "`", "{", "~", "^"})
    void aPrintableStringHasItsAlphabet(String character) {
        bad(
                "rfc5280.printable-alphabet",
                Oid.COMMON_NAME,
                new DERPrintableString("a" + character + "b", false),
                "a" + character + "b",
                "has characters that a PrintableString cannot hold");
        silent("rfc5280.printable-alphabet", common("a" + character + "b"));
    }

    @Test
    void allOfItsAlphabetBelongsToAPrintableString() {
        silent(
                "rfc5280.printable-alphabet",
                subject(Oid.COMMON_NAME, new DERPrintableString("azAZ09 '()+,-./:=?", false)));
    }

    @Test
    void utf8IsValid() {
        String words = "is not valid UTF-8";
        int[][] broken = {{'a', 0x80}, {0xC3}, {0xC0, 0x80}, {0xED, 0xA0, 0x80}, {0xF5, 0x80, 0x80, 0x80}, {0xE4, 'b'}};
        for (int[] octets : broken) {
            int[] der = new int[octets.length + 2];
            der[0] = 0x0C;
            der[1] = octets.length;
            System.arraycopy(octets, 0, der, 2, octets.length);
            RuleProbe.findsOne("rfc3629.utf8-valid", subject(Oid.COMMON_NAME, Asn1.read(Asn1.raw(der))));
        }
        bad("rfc3629.utf8-valid", Oid.COMMON_NAME, Asn1.read(Asn1.raw(0x0C, 2, 'a', 0xFF)), "a\uFFFD", words);
        silent(
                "rfc3629.utf8-valid",
                common("\uFFFD"),
                common(KEY),
                subject(Oid.COMMON_NAME, Asn1.read(Asn1.raw(0x14, 1, 0xE4))));
    }
}
