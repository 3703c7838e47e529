package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.alone;
import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about the algorithms of key and signature, their parameters, and the lengths of keys. */
class KeyAlgorithmRulesTest {
    private static final LintContext INTERNAL = LintContext.internal();
    private static final String PKCS1 = "1.2.840.113549.1.1.";

    private static CertificateFixture key(String oid, int octets, ASN1Encodable... parameters) {
        return Fixtures.server().key(FixtureKeys.of(Asn1.algorithm(oid, parameters), new byte[octets]));
    }

    private static CertificateFixture signed(String oid, ASN1Encodable... parameters) {
        return Fixtures.server().signedWith(Asn1.algorithm(oid, parameters));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Oid.RSA_ENCRYPTION,
                Oid.RSASSA_PSS,
                Oid.EC_PUBLIC_KEY,
                Oid.ED25519,
                Oid.ED448,
                Oid.X25519,
                Oid.X448,
                Oid.NIST_SIGNATURES + 17,
                Oid.NIST_SIGNATURES + 18,
                Oid.NIST_SIGNATURES + 19,
                Oid.NIST_SIGNATURES + 20,
                Oid.NIST_SIGNATURES + 31,
                Oid.NIST_SIGNATURES + 32,
                Oid.NIST_SIGNATURES + 34,
                Oid.NIST_KEMS + 1,
                Oid.NIST_KEMS + 3
            })
    void theseAlgorithmsAreCertified(String oid) {
        silent("internal.key-algorithm", key(oid, 32));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.840.10040.4.1",
                "1.3.101.109",
                "1.3.101.114",
                Oid.NIST_SIGNATURES + 16,
                Oid.NIST_SIGNATURES + 35,
                Oid.NIST_SIGNATURES + 46,
                Oid.NIST_KEMS + 4,
                "2.16.840.1.101.3.4.4.0",
                Oid.NIST_SIGNATURES + "17.1",
                PKCS1 + 11,
                "1.2.840.10045.2.2"
            })
    void otherAlgorithmsAreNot(String oid) {
        says(
                "internal.key-algorithm",
                key(oid, 32),
                "subjectPublicKeyInfo: algorithm " + oid + " is not certified here");
        alone(
                "internal.key-algorithm",
                key(oid, 32)
                        .without(Oid.SUBJECT_KEY_IDENTIFIER)
                        .extension(
                                Oid.SUBJECT_KEY_IDENTIFIER,
                                false,
                                new org.bouncycastle.asn1.DEROctetString(sha1Of32Zeros())),
                INTERNAL);
    }

    private static byte[] sha1Of32Zeros() {
        return java.util.HexFormat.of().parseHex("de8a847bff8c343d69b853a215e6ee775ef2ef96");
    }

    @ParameterizedTest
    @CsvSource({"1.3.6.1.4.1.2.267.7.4.4", "1.3.6.1.4.1.22554.5.1", "1.3.9999.3.1"})
    void draftsAreFoundInKeyAndSignature(String oid) {
        String words = oid + " is a draft algorithm that no standard knows";
        says("internal.round-3-algorithm", key(oid, 32), "subjectPublicKeyInfo: " + words);
        says("internal.round-3-algorithm", signed(oid), "signatureAlgorithm: " + words);
        says(
                "internal.round-3-algorithm",
                key(oid, 32).signedWith(Asn1.algorithm(oid)),
                "subjectPublicKeyInfo: " + words,
                "signatureAlgorithm: " + words);
    }

    @Test
    void neighboursOfTheDraftArcsAreNoDrafts() {
        silent(
                "internal.round-3-algorithm",
                key("1.3.6.1.4.1.2.2677.1", 32),
                key("1.3.99991.3.1", 32),
                key("1.3.999.9", 32));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PKCS1 + 2,
                PKCS1 + 3,
                PKCS1 + 4,
                PKCS1 + 5,
                Oid.ECDSA_WITH_SHA1,
                "1.2.840.10040.4.3",
                "1.3.14.3.2.29"
            })
    void brokenDigestsAreFound(String oid) {
        says("internal.signature-digest", signed(oid), "signature: algorithm " + oid + " uses a broken digest");
        CrlFixture list = new CrlFixture().signedWith(Asn1.algorithm(oid));
        RuleProbe.listSays(
                "internal.crl-signature-digest", list, "signature: algorithm " + oid + " uses a broken digest");
    }

    @ParameterizedTest
    @ValueSource(strings = {PKCS1 + 11, PKCS1 + 14, Oid.ECDSA_WITH_SHA256, "1.2.840.10045.4.3.1", Oid.ED25519})
    void otherDigestsAreNot(String oid) {
        silent("internal.signature-digest", signed(oid));
        RuleProbe.listSilent("internal.crl-signature-digest", new CrlFixture().signedWith(Asn1.algorithm(oid)));
    }

    @Test
    void pkcs1SignaturesHaveNullParametersAndOthersAreNotAsked() {
        String[] found = {"tbsCertificate.signature: the parameters are not NULL"};
        for (String arc : new String[] {"2", "3", "4", "5", "11", "12", "13", "14", "15", "16"}) {
            says("rfc4055.rsa-signature-null", signed(PKCS1 + arc), found);
            says("rfc4055.rsa-signature-null", signed(PKCS1 + arc, new ASN1Integer(0)), found);
            silent("rfc4055.rsa-signature-null", signed(PKCS1 + arc, DERNull.INSTANCE));
        }
        for (int arc : new int[] {13, 14, 15, 16}) {
            says("rfc4055.rsa-signature-null", signed(Oid.NIST_SIGNATURES + arc), found);
        }
        for (String other : new String[] {"1", "6", "7", "10", "17"}) {
            silent("rfc4055.rsa-signature-null", signed(PKCS1 + other));
        }
        silent("rfc4055.rsa-signature-null", signed(Oid.NIST_SIGNATURES + 12), signed(Oid.NIST_SIGNATURES + 17));
        alone("rfc4055.rsa-signature-null", signed(PKCS1 + 11), INTERNAL);
    }

    @Test
    void ecdsaSignaturesHaveNoParameters() {
        String[] found = {"tbsCertificate.signature: parameters are present"};
        for (String oid : new String[] {
            "1.2.840.10045.4.1", "1.2.840.10045.4.3.4", Oid.NIST_SIGNATURES + 9, Oid.NIST_SIGNATURES + 12
        }) {
            says("rfc5758.ecdsa-parameters-absent", signed(oid, DERNull.INSTANCE), found);
            silent("rfc5758.ecdsa-parameters-absent", signed(oid));
        }
        silent(
                "rfc5758.ecdsa-parameters-absent",
                signed(Oid.NIST_SIGNATURES + 8, DERNull.INSTANCE),
                signed(Oid.NIST_SIGNATURES + 13, DERNull.INSTANCE),
                Fixtures.server());
        alone("rfc5758.ecdsa-parameters-absent", signed(Oid.ECDSA_WITH_SHA256, DERNull.INSTANCE), INTERNAL);
    }

    @Test
    void keysOfTheEdwardsFamilyHaveNoParameters() {
        String rule = "rfc8410.edwards-parameters-absent";
        for (int arc = 110; arc <= 113; arc++) {
            says(rule, key("1.3.101." + arc, 32, DERNull.INSTANCE), "subjectPublicKeyInfo: parameters are present");
            says(rule, signed("1.3.101." + arc, DERNull.INSTANCE), "tbsCertificate.signature: parameters are present");
            silent(rule, key("1.3.101." + arc, 32));
        }
        silent(rule, key("1.3.101.109", 32, DERNull.INSTANCE), key("1.3.101.114", 32, DERNull.INSTANCE));
    }

    @Test
    void postQuantumAlgorithmsHaveNoParameters() {
        String rule = "rfc9881.parameters-absent";
        for (int arc : new int[] {17, 31, 32, 46}) {
            says(
                    rule,
                    signed(Oid.NIST_SIGNATURES + arc, DERNull.INSTANCE),
                    "tbsCertificate.signature: parameters are present");
            silent(rule, signed(Oid.NIST_SIGNATURES + arc));
        }
        for (int arc : new int[] {1, 3}) {
            says(rule, key(Oid.NIST_KEMS + arc, 32, DERNull.INSTANCE), "subjectPublicKeyInfo: parameters are present");
        }
        silent(
                rule,
                signed(Oid.NIST_SIGNATURES + 16, DERNull.INSTANCE),
                signed(Oid.NIST_SIGNATURES + 47, DERNull.INSTANCE),
                key(Oid.NIST_KEMS + 4, 32, DERNull.INSTANCE),
                key(Oid.NIST_KEMS + 0, 32, DERNull.INSTANCE));
    }

    @ParameterizedTest
    @CsvSource({
        "1.3.101.110, 32",
        "1.3.101.111, 56",
        "1.3.101.112, 32",
        "1.3.101.113, 57",
        Oid.NIST_SIGNATURES + "17, 1312",
        Oid.NIST_SIGNATURES + "18, 1952",
        Oid.NIST_SIGNATURES + "19, 2592",
        Oid.NIST_SIGNATURES + "20, 32",
        Oid.NIST_SIGNATURES + "21, 32",
        Oid.NIST_SIGNATURES + "22, 48",
        Oid.NIST_SIGNATURES + "23, 48",
        Oid.NIST_SIGNATURES + "24, 64",
        Oid.NIST_SIGNATURES + "25, 64",
        Oid.NIST_SIGNATURES + "26, 32",
        Oid.NIST_SIGNATURES + "27, 32",
        Oid.NIST_SIGNATURES + "28, 48",
        Oid.NIST_SIGNATURES + "29, 48",
        Oid.NIST_SIGNATURES + "30, 64",
        Oid.NIST_SIGNATURES + "31, 64",
        Oid.NIST_KEMS + "1, 800",
        Oid.NIST_KEMS + "2, 1184",
        Oid.NIST_KEMS + "3, 1568"
    })
    void aKeyOfFixedLengthHasIt(String oid, int length) {
        silent("fips204.key-length", key(oid, length));
        for (int wrong : new int[] {length - 1, length + 1}) {
            says(
                    "fips204.key-length",
                    key(oid, wrong),
                    "subjectPublicKeyInfo: " + wrong + " octets instead of " + length);
        }
    }

    @Test
    void keysWithoutAFixedLengthAreNotMeasured() {
        silent("fips204.key-length", key("1.2.3.4", 0), key(Oid.RSA_ENCRYPTION, 7), key(Oid.EC_PUBLIC_KEY, 7));
    }
}
