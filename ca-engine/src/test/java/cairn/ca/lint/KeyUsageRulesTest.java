package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.alone;
import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about the bits of keyUsage, in themselves and for each kind of key. */
class KeyUsageRulesTest {
    private static final LintContext INTERNAL = LintContext.internal();
    private static final String[] WORDS = {
        "digitalSignature",
        "nonRepudiation",
        "keyEncipherment",
        "dataEncipherment",
        "keyAgreement",
        "keyCertSign",
        "cRLSign",
        "encipherOnly",
        "decipherOnly"
    };

    /** The bits of the named words, as DER writes them. */
    private static ASN1Encodable bits(String... words) {
        int set = 0;
        int last = -1;
        for (int i = 0; i < WORDS.length; i++) {
            if (Arrays.asList(words).contains(WORDS[i])) {
                set |= 1 << (15 - i);
                last = i;
            }
        }
        return last < 8
                ? Fixtures.usage(last < 0 ? 0 : 7 - last, set >> 8)
                : Fixtures.usage(15 - last, set >> 8, set & 0xFF);
    }

    private static CertificateFixture end(ASN1Encodable key, String... words) {
        return Fixtures.server().key(key).extension(Oid.KEY_USAGE, true, bits(words));
    }

    private static CertificateFixture authority(ASN1Encodable key, String... words) {
        return Fixtures.root().key(key).extension(Oid.KEY_USAGE, true, bits(words));
    }

    private static CertificateFixture end(String... words) {
        return end(FixtureKeys.P256, words);
    }

    private static CertificateFixture authority(String... words) {
        return authority(FixtureKeys.RSA, words);
    }

    @Test
    void anAuthorityHasKeyUsageAndItIsCritical() {
        says(
                "rfc5280.authority-key-usage",
                Fixtures.root().without(Oid.KEY_USAGE),
                "keyUsage: an authority without keyUsage");
        alone("rfc5280.authority-key-usage", Fixtures.root().without(Oid.KEY_USAGE), INTERNAL);
        says(
                "rfc5280.key-usage-critical",
                Fixtures.root().extension(Oid.KEY_USAGE, false, Fixtures.certAndCrlSign()),
                "keyUsage: is not critical");
        silent("rfc5280.key-usage-critical", Fixtures.server().without(Oid.KEY_USAGE), Fixtures.server());
        // One that cannot be read is there all the same.
        silent("rfc5280.authority-key-usage", Fixtures.root().extension(Oid.KEY_USAGE, true, DERNull.INSTANCE));
    }

    @Test
    void atLeastOneBitIsSet() {
        says(
                "rfc5280.key-usage-empty",
                Fixtures.server().rawExtension(Oid.KEY_USAGE, true, Asn1.raw(3, 2, 0, 0)),
                "keyUsage: no bit is set");
        // Bit 9 has no name.
        says(
                "rfc5280.key-usage-empty",
                Fixtures.server().rawExtension(Oid.KEY_USAGE, true, Asn1.raw(3, 3, 6, 0, 0x40)),
                "keyUsage: no bit is set");
        for (String word : WORDS) {
            silent("rfc5280.key-usage-empty", end(word));
        }
    }

    @Test
    void signingCertificatesIsForAuthoritiesAndTheyDo() {
        says(
                "rfc5280.cert-sign-needs-authority",
                end("keyCertSign"),
                "keyUsage: keyCertSign without cA TRUE in basicConstraints");
        says(
                "rfc5280.cert-sign-needs-authority",
                Fixtures.root().without(Oid.BASIC_CONSTRAINTS),
                "keyUsage: keyCertSign without cA TRUE in basicConstraints");
        silent("rfc5280.cert-sign-needs-authority", end("cRLSign", "digitalSignature"), authority("keyCertSign"));
        says("internal.authority-cert-sign", authority("cRLSign"), "keyUsage: an authority without keyCertSign");
        says("internal.authority-crl-sign", authority("keyCertSign"), "keyUsage: an authority without cRLSign");
        silent(
                "internal.authority-cert-sign",
                authority("keyCertSign"),
                end("cRLSign"),
                Fixtures.root().without(Oid.KEY_USAGE));
        silent(
                "internal.authority-crl-sign",
                authority("cRLSign"),
                end("keyCertSign"),
                Fixtures.root().without(Oid.KEY_USAGE));
    }

    @Test
    void onlyADelegatedIssuerOfListsSignsThemWithoutBeingAnAuthority() {
        LintContext issuer = LintContext.internal().tagged(Set.of(LintTag.CRL_ISSUER));
        says("internal.end-entity-crl-sign", end("cRLSign"), "keyUsage: cRLSign in the certificate of an end entity");
        silent("internal.end-entity-crl-sign", issuer, end("cRLSign"));
        silent("internal.end-entity-crl-sign", authority("cRLSign"), end("digitalSignature"));
        LintContext other = LintContext.internal().tagged(Set.of(LintTag.IDEVID));
        says(
                "internal.end-entity-crl-sign",
                end("cRLSign"),
                other,
                "keyUsage: cRLSign in the certificate of an end entity");
    }

    @Test
    void encipherOnlyAndDecipherOnlyStandWithKeyAgreement() {
        String[] found = {"keyUsage: encipherOnly or decipherOnly means nothing without keyAgreement"};
        says("rfc5280.only-needs-agreement", end("encipherOnly"), found);
        says("rfc5280.only-needs-agreement", end("digitalSignature", "decipherOnly"), found);
        silent(
                "rfc5280.only-needs-agreement",
                end("keyAgreement", "encipherOnly"),
                end("keyAgreement", "decipherOnly"),
                end("digitalSignature"));
    }

    /** Which of the nine bits a rule forbids one kind of key: all of them are tried, one at a time. */
    @ParameterizedTest
    @CsvSource({
        "rfc3279.rsa-end-entity-usage, RSA, keyAgreement encipherOnly decipherOnly, is not for an RSA key",
        "rfc8813.ec-usage, EC, keyEncipherment dataEncipherment, is not for an EC key",
        "rfc9295.edwards-usage, 1.3.101.112, keyEncipherment dataEncipherment keyAgreement encipherOnly decipherOnly, is not for a key that signs",
        "rfc9295.edwards-usage, 1.3.101.113, keyEncipherment dataEncipherment keyAgreement encipherOnly decipherOnly, is not for a key that signs",
        "rfc9881.ml-dsa-usage, 2.16.840.1.101.3.4.3.17, keyEncipherment dataEncipherment keyAgreement encipherOnly decipherOnly, is not for an ML-DSA key",
        "rfc9881.ml-dsa-usage, 2.16.840.1.101.3.4.3.19, keyEncipherment dataEncipherment keyAgreement encipherOnly decipherOnly, is not for an ML-DSA key",
        "rfc9881.ml-dsa-usage, 2.16.840.1.101.3.4.3.34, keyEncipherment dataEncipherment keyAgreement encipherOnly decipherOnly, is not for an ML-DSA key",
        "rfc9909.slh-dsa-usage, 2.16.840.1.101.3.4.3.31, keyEncipherment dataEncipherment keyAgreement encipherOnly decipherOnly, is not for an SLH-DSA key"
    })
    void eachKindOfKeyHasItsForbiddenBits(String rule, String kind, String forbidden, String objection) {
        ASN1Encodable key = key(kind);
        for (String word : WORDS) {
            if (Set.of(forbidden.split(" ")).contains(word)) {
                says(rule, end(key, "digitalSignature", word), "keyUsage: " + word + " " + objection);
            } else {
                silent(rule, end(key, "digitalSignature", word));
            }
        }
        says(rule, end(key, WORDS), "keyUsage: " + forbidden.replace(" ", ", ") + " " + objection);
        silent(rule, end(FixtureKeys.of("1.2.3.4", 32), WORDS), end(key).without(Oid.KEY_USAGE));
    }

    private static ASN1Encodable key(String kind) {
        return switch (kind) {
            case "RSA" -> FixtureKeys.RSA;
            case "EC" -> FixtureKeys.P256;
            default -> FixtureKeys.of(kind, 32);
        };
    }

    @Test
    void anAuthorityWithAnRsaKeyHasRulesOfItsOwn() {
        for (String word : new String[] {"keyAgreement", "encipherOnly", "decipherOnly"}) {
            says(
                    "rfc3279.rsa-authority-usage",
                    authority("keyCertSign", word),
                    "keyUsage: " + word + " is not for an RSA key");
            silent("rfc3279.rsa-end-entity-usage", authority("keyCertSign", word));
            silent("rfc3279.rsa-authority-usage", end(FixtureKeys.RSA, word), authority(FixtureKeys.P256, word));
        }
        for (String word : new String[] {"keyEncipherment", "dataEncipherment"}) {
            for (String signs : new String[] {"keyCertSign", "cRLSign"}) {
                says(
                        "rfc3279.rsa-authority-encipherment",
                        authority(signs, word),
                        "keyUsage: " + word + " beside signing certificates or lists");
            }
            silent(
                    "rfc3279.rsa-authority-encipherment",
                    authority("digitalSignature", word),
                    end(FixtureKeys.RSA, "cRLSign", word),
                    authority(FixtureKeys.P256, "keyCertSign", word));
        }
        silent("rfc3279.rsa-authority-encipherment", authority("keyCertSign", "cRLSign", "digitalSignature"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Oid.X25519, Oid.X448})
    void aMontgomeryKeyOnlyAgrees(String oid) {
        ASN1Encodable key = FixtureKeys.of(oid, 32);
        String rule = "rfc9295.montgomery-usage";
        silent(
                rule,
                end(key, "keyAgreement"),
                end(key, "keyAgreement", "encipherOnly"),
                end(key, "keyAgreement", "decipherOnly"));
        says(rule, end(key, "digitalSignature"), "keyUsage: 'digitalSignature' is not keyAgreement alone");
        says(rule, end(key, "encipherOnly"), "keyUsage: 'encipherOnly' is not keyAgreement alone");
        says(rule, end(key), "keyUsage: '' is not keyAgreement alone");
        for (String word : new String[] {
            "digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment", "keyCertSign", "cRLSign"
        }) {
            RuleProbe.findsOne(rule, end(key, "keyAgreement", word));
        }
        silent(rule, end("digitalSignature"), end(key).without(Oid.KEY_USAGE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anMlKemKeyHasKeyEnciphermentAlone(int arc) {
        ASN1Encodable key = FixtureKeys.of(Oid.NIST_KEMS + arc, 32);
        silent("rfc9935.ml-kem-usage", end(key, "keyEncipherment"), end(key).without(Oid.KEY_USAGE));
        says(
                "rfc9935.ml-kem-usage",
                end(key, "keyEncipherment", "digitalSignature"),
                "keyUsage: 'digitalSignature, keyEncipherment' is not keyEncipherment alone");
        says(
                "rfc9935.ml-kem-usage",
                end(key, "dataEncipherment"),
                "keyUsage: 'dataEncipherment' is not keyEncipherment alone");
        silent("rfc9935.ml-kem-usage", end(FixtureKeys.of(Oid.NIST_KEMS + 4, 32), "digitalSignature"));
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 33, 34})
    void hashMlDsaSignsNeitherCertificatesNorListsNorAnswers(int arc) {
        ASN1Encodable key = FixtureKeys.of(Oid.NIST_SIGNATURES + arc, 32);
        String rule = "rfc9881.hash-ml-dsa-authority";
        String[] found = {"subjectPublicKeyInfo: a HashML-DSA key that signs certificates, lists or OCSP answers"};
        says(rule, authority(key, "digitalSignature"), found);
        says(rule, end(key, "keyCertSign"), found);
        says(rule, end(key, "cRLSign"), found);
        says(
                rule,
                end(key, "digitalSignature")
                        .extension(Oid.EXT_KEY_USAGE, false, Fixtures.purposes(Oid.KP_OCSP_SIGNING)),
                found);
        silent(rule, end(key, "digitalSignature"), end(key).without(Oid.KEY_USAGE));
        silent(
                rule,
                authority(FixtureKeys.of(Oid.NIST_SIGNATURES + 31, 32)),
                authority(FixtureKeys.of(Oid.NIST_SIGNATURES + 35, 32)));
    }
}
