package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each primitive type in DER form and just beside it, wherever in a certificate it stands. */
class PrimitiveEncodingTest {
    private static final String RULE = "x690.primitive-encoding";

    private static CertificateFixture value(String hex) {
        return Fixtures.server()
                .noExtensions(false)
                .rawExtension("1.2.3.4", false, HexFormat.of().parseHex(hex));
    }

    /** The place of what begins with {@code tail} at the end of the value. */
    private static String at(String value, String tail) {
        // Behind the value stand the algorithm, 12 octets, and the signature, 6 octets.
        return "offset " + (value(value).der().length - 18 - tail.length() / 2) + ": ";
    }

    private static void bad(String hex, String tail, String words) {
        says(RULE, value(hex), at(hex, tail) + words);
    }

    @ParameterizedTest
    @CsvSource({
        "0100, BOOLEAN",
        "010101, BOOLEAN",
        "0101fe, BOOLEAN",
        "0102ff00, BOOLEAN",
        "050100, NULL",
        "0200, INTEGER",
        "02020000, INTEGER",
        "0202007f, INTEGER",
        "0202ffff, INTEGER",
        "0202ff80, INTEGER",
        "0a00, ENUMERATED",
        "0a020001, ENUMERATED",
        "0300, BIT STRING",
        "030101, BIT STRING",
        "03020800, BIT STRING",
        "030201ff, BIT STRING",
        "0302077f, BIT STRING",
        "0600, OBJECT IDENTIFIER",
        "060180, OBJECT IDENTIFIER",
        "06028001, OBJECT IDENTIFIER",
        "06032a8001, OBJECT IDENTIFIER",
        "06022a81, OBJECT IDENTIFIER"
    })
    void aPrimitiveBesideItsFormIsFound(String hex, String type) {
        bad(hex, hex, type + " not in DER form");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010100",
                "0101ff",
                "0500",
                "020100",
                "02017f",
                "020180",
                "02020080",
                "0202ff7f",
                "0a0101",
                "030100",
                "030200ff",
                "03020780",
                "030201fe",
                "06012a",
                "06022a01",
                "06032a8101",
                "0400",
                "0c02c328",
                "1700"
            })
    void aPrimitiveInItsFormIsLeftAlone(String hex) {
        silent(RULE, value(hex));
    }

    @Test
    void membersOfASetStandInTheOrderOfTheirEncodings() {
        for (String hex : new String[] {"3106020102020101", "31070202010002017f", "31060c0180020101"}) {
            bad(hex, hex, "a SET OF whose members are not in DER order");
        }
        silent(RULE, value("3106020101020102"), value("3106020101020101"), value("3106020101020180"));
        silent(RULE, value("3006020102020101"));
    }

    @Test
    void whatIsInsideIsReadToo() {
        bad("3003020501", "3003020501", "what is inside is not in DER form");
        bad("a003010101", "010101", "BOOLEAN not in DER form");
        bad("30053003010101", "010101", "BOOLEAN not in DER form");
        silent(RULE, value("3000"), value("a000"), value("3100"));
    }

    @Test
    void nestingEndsAt32() {
        ASN1Encodable value = DERNull.INSTANCE;
        for (int i = 0; i < 32; i++) {
            value = new DERSequence(value);
        }
        silent(RULE, value(HexFormat.of().formatHex(Asn1.der(value))));
        String deeper = HexFormat.of().formatHex(Asn1.der(new DERSequence(value)));
        bad(deeper, "30020500", "elements are nested more than 32 deep");
    }

    @Test
    void theNumbersOfAnRsaKeyAreReadAndOtherKeysAreNot() {
        byte[] padded = HexFormat.of().parseHex("3008020200050202000d");
        ASN1Encodable algorithm = Asn1.algorithm(Oid.RSA_ENCRYPTION, DERNull.INSTANCE);
        CertificateFixture rsa = Fixtures.server().key(FixtureKeys.of(algorithm, padded));
        byte[] der = rsa.der();
        int at = HexFormat.of().formatHex(der).indexOf("3008020200050202000d") / 2;
        says(
                RULE,
                rsa,
                "offset " + (at + 2) + ": INTEGER not in DER form",
                "offset " + (at + 6) + ": INTEGER not in DER form");
        silent(RULE, Fixtures.server().key(FixtureKeys.of(Asn1.algorithm("1.2.3.4"), padded)));
    }

    @Test
    void theOctetsOfOtherFieldsAreNotOpened() {
        silent(
                RULE,
                Fixtures.server().extension("1.2.3.4", false, new DEROctetString(Asn1.raw(1, 1, 5))),
                Fixtures.server().extension("1.2.3.4", false, new DERBitString(Asn1.raw(1, 1, 5))));
    }
}
