package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.alone;
import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules about key identifiers, basicConstraints and the criticality that RFC 5280 dictates. */
class KeyIdentifierRulesTest {
    private static final LintContext INTERNAL = LintContext.internal();
    private static final ASN1Encodable KEY = Asn1.general(0, new byte[20]);
    private static final ASN1Encodable ISSUER =
            Asn1.implicit(1, Asn1.sequence(Asn1.explicit(4, new X500Name("CN=Root"))));
    private static final ASN1Encodable SERIAL = Asn1.implicit(2, new ASN1Integer(5));

    private static CertificateFixture aki(ASN1Encodable... parts) {
        return Fixtures.server().extension(Oid.AUTHORITY_KEY_IDENTIFIER, false, Asn1.sequence(parts));
    }

    private static CertificateFixture ski(byte[] identifier) {
        return Fixtures.server().extension(Oid.SUBJECT_KEY_IDENTIFIER, false, new DEROctetString(identifier));
    }

    @Test
    void theAuthoritysKeyIdentifierIsThereExceptInASelfSignedAuthority() {
        String[] found = {"authorityKeyIdentifier: there is no keyIdentifier"};
        String rule = "rfc5280.aki-present";
        says(rule, Fixtures.server().without(Oid.AUTHORITY_KEY_IDENTIFIER), found);
        says(rule, aki(), found);
        says(rule, aki(ISSUER, SERIAL), found);
        says(rule, Fixtures.intermediate().without(Oid.AUTHORITY_KEY_IDENTIFIER), found);
        CertificateFixture selfSigned = Fixtures.server()
                .without(Oid.AUTHORITY_KEY_IDENTIFIER)
                .issuer(new X500Name("CN=a"))
                .subject(new X500Name("CN=a"));
        says(rule, selfSigned, found);
        silent(rule, Fixtures.root(), aki(KEY));
        alone(rule, Fixtures.server().without(Oid.AUTHORITY_KEY_IDENTIFIER), INTERNAL);
    }

    @Test
    void issuerAndSerialStandTogether() {
        String[] found = {
            "authorityKeyIdentifier: one of authorityCertIssuer and authorityCertSerialNumber without the other"
        };
        says("rfc5280.aki-pair", aki(KEY, ISSUER), found);
        says("rfc5280.aki-pair", aki(KEY, SERIAL), found);
        silent("rfc5280.aki-pair", aki(KEY), aki(KEY, ISSUER, SERIAL), aki(), Fixtures.root());
        alone("rfc5280.aki-pair", aki(KEY, ISSUER), INTERNAL);
    }

    @Test
    void theSubjectsKeyIdentifierWeighsMoreInAnAuthority() {
        says(
                "rfc5280.ski-of-authority",
                Fixtures.root().without(Oid.SUBJECT_KEY_IDENTIFIER),
                "subjectKeyIdentifier: an authority without it");
        says(
                "rfc5280.ski-of-end-entity",
                Fixtures.server().without(Oid.SUBJECT_KEY_IDENTIFIER),
                "subjectKeyIdentifier: an end entity without it");
        says(
                "rfc5280.ski-of-authority",
                Fixtures.root().extension(Oid.SUBJECT_KEY_IDENTIFIER, false, DERNull.INSTANCE),
                "subjectKeyIdentifier: an authority without it");
        silent("rfc5280.ski-of-authority", Fixtures.root(), Fixtures.server().without(Oid.SUBJECT_KEY_IDENTIFIER));
        silent("rfc5280.ski-of-end-entity", Fixtures.server(), Fixtures.root().without(Oid.SUBJECT_KEY_IDENTIFIER));
        silent(
                "rfc5280.ski-of-end-entity",
                LintContext.internal().tagged(Set.of(LintTag.IDEVID)),
                Fixtures.server().without(Oid.SUBJECT_KEY_IDENTIFIER));
    }

    private static byte[] digest(String algorithm, byte[] content) throws GeneralSecurityException {
        return MessageDigest.getInstance(algorithm).digest(content);
    }

    @Test
    void everyPublishedMethodIsKnown() throws GeneralSecurityException {
        String rule = "rfc7093.ski-method";
        byte[] bits = FixtureKeys.P256.getPublicKeyData().getOctets();
        byte[] info = Asn1.der(FixtureKeys.P256);
        byte[] sha1 = digest("SHA-1", bits);
        byte[] second = Arrays.copyOfRange(sha1, 12, 20);
        second[0] = (byte) (0x40 | (second[0] & 0x0F));
        silent(rule, ski(sha1), ski(second));
        for (String algorithm : new String[] {"SHA-256", "SHA-384", "SHA-512"}) {
            byte[] key = digest(algorithm, bits);
            silent(
                    rule,
                    ski(key),
                    ski(Arrays.copyOf(key, 20)),
                    ski(digest(algorithm, info)),
                    ski(Arrays.copyOf(digest(algorithm, info), 20)));
        }
    }

    @Test
    void whatNoMethodMakesIsFound() throws GeneralSecurityException {
        String[] found = {"subjectKeyIdentifier: not one of the published digests of the key"};
        String rule = "rfc7093.ski-method";
        byte[] bits = FixtureKeys.P256.getPublicKeyData().getOctets();
        byte[] sha1 = digest("SHA-1", bits);
        byte[] sha256 = digest("SHA-256", bits);
        says(rule, ski(new byte[0]), found);
        says(rule, ski(Arrays.copyOf(sha1, 19)), found);
        says(rule, ski(Arrays.copyOfRange(sha1, 12, 20)), (sha1[12] & 0xF0) == 0x40 ? new String[0] : found);
        says(rule, ski(Arrays.copyOf(sha256, 19)), found);
        says(rule, ski(Arrays.copyOf(sha256, 33)), found);
        says(rule, ski(Arrays.copyOfRange(sha256, 12, 32)), found);
        says(rule, ski(digest("SHA-1", Asn1.der(FixtureKeys.P256))), found);
        sha256[25] ^= 1;
        says(rule, ski(sha256), found);
        alone(rule, ski(sha256), INTERNAL);
        silent(rule, Fixtures.server().without(Oid.SUBJECT_KEY_IDENTIFIER));
    }

    @Test
    void basicConstraintsOfAnAuthorityIsCritical() {
        says(
                "rfc5280.basic-constraints-critical",
                Fixtures.root().extension(Oid.BASIC_CONSTRAINTS, false, Asn1.sequence(ASN1Boolean.TRUE)),
                "basicConstraints: is not critical");
        silent(
                "rfc5280.basic-constraints-critical",
                Fixtures.server().extension(Oid.BASIC_CONSTRAINTS, false, new DERSequence()));
    }

    private static CertificateFixture length(ASN1Encodable... parts) {
        return Fixtures.root().extension(Oid.BASIC_CONSTRAINTS, true, Asn1.sequence(parts));
    }

    @Test
    void aPathLengthStandsWithAuthorityAndKeyCertSign() {
        String[] found = {"basicConstraints: pathLenConstraint without cA TRUE or without keyCertSign"};
        String rule = "rfc5280.path-length-place";
        ASN1Encodable zero = new ASN1Integer(0);
        says(rule, length(zero), found);
        says(rule, length(ASN1Boolean.FALSE, zero), found);
        says(rule, length(ASN1Boolean.TRUE, zero).extension(Oid.KEY_USAGE, true, Fixtures.usage(1, 0x02)), found);
        says(rule, length(ASN1Boolean.TRUE, new ASN1Integer(-1)), "basicConstraints: a negative pathLenConstraint");
        says(rule, length(ASN1Boolean.FALSE, new ASN1Integer(-1)), found);
        silent(
                rule,
                length(ASN1Boolean.TRUE, zero),
                length(ASN1Boolean.TRUE, zero).without(Oid.KEY_USAGE),
                length(ASN1Boolean.TRUE).extension(Oid.KEY_USAGE, true, Fixtures.usage(1, 0x02)),
                length(),
                length(ASN1Boolean.TRUE).without(Oid.BASIC_CONSTRAINTS));
    }

    @ParameterizedTest
    @CsvSource({
        "rfc5280.aki-not-critical, 2.5.29.35",
        "rfc5280.ski-not-critical, 2.5.29.14",
        "rfc5280.sda-not-critical, 2.5.29.9",
        "rfc5280.cdp-not-critical, 2.5.29.31",
        "rfc5280.freshest-crl-not-critical, 2.5.29.46",
        "rfc5280.aia-not-critical, 1.3.6.1.5.5.7.1.1",
        "rfc5280.sia-not-critical, 1.3.6.1.5.5.7.1.11"
    })
    void theseAreNeverCritical(String rule, String oid) {
        says(rule, Fixtures.server().extension(oid, true, DERNull.INSTANCE), "extension " + oid + ": is critical");
        silent(
                rule,
                Fixtures.server().extension(oid, false, DERNull.INSTANCE),
                Fixtures.server().without(oid));
    }

    @ParameterizedTest
    @CsvSource({
        "rfc5280.name-constraints-critical, 2.5.29.30", "rfc5280.policy-mappings-critical, 2.5.29.33",
        "rfc5280.policy-constraints-critical, 2.5.29.36", "rfc5280.inhibit-any-policy-critical, 2.5.29.54"
    })
    void theseAreAlwaysCritical(String rule, String oid) {
        says(rule, Fixtures.root().extension(oid, false, DERNull.INSTANCE), "extension " + oid + ": is not critical");
        silent(rule, Fixtures.root().extension(oid, true, DERNull.INSTANCE), Fixtures.root());
    }
}
