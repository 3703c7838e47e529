package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.alone;
import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of Matter attestation, which a word of the profile switches on. */
class MatterRulesTest {
    private static final LintContext DAC = tagged(LintTag.MATTER_DAC);
    private static final LintContext PAI = tagged(LintTag.MATTER_PAI);
    private static final LintContext PAA = tagged(LintTag.MATTER_PAA);
    private static final LintContext IDEVID = tagged(LintTag.IDEVID);

    private static LintContext tagged(String tag) {
        return LintContext.internal().tagged(Set.of(tag));
    }

    private static LintContext of(String kind) {
        return tagged("matter-" + kind);
    }

    private static CertificateFixture constraints(boolean critical, ASN1Encodable... parts) {
        return Fixtures.matterDevice().extension(Oid.BASIC_CONSTRAINTS, critical, Asn1.sequence(parts));
    }

    @ParameterizedTest
    @CsvSource({
        "dac, none, true",
        "dac, true, false",
        "dac, true 0, false",
        "dac, 0, false",
        "pai, true 0, true",
        "pai, true, false",
        "pai, true 1, false",
        "pai, none, false",
        "pai, 0, false",
        "paa, true, true",
        "paa, true 1, true",
        "paa, true 0, false",
        "paa, true 2, false",
        "paa, none, false"
    })
    void eachKindHasItsBasicConstraints(String kind, String shape, boolean right) {
        ASN1Encodable[] parts = shape.equals("none")
                ? new ASN1Encodable[0]
                : java.util.Arrays.stream(shape.split(" "))
                        .map(word -> word.equals("true") ? ASN1Boolean.TRUE : new ASN1Integer(Long.parseLong(word)))
                        .toArray(ASN1Encodable[]::new);
        String[] found = {"basicConstraints: missing, not critical, or not of the form for this kind of certificate"};
        says("matter.basic-constraints", constraints(true, parts), of(kind), right ? new String[0] : found);
        says("matter.basic-constraints", constraints(false, parts), of(kind), found);
        silent("matter.basic-constraints", constraints(false, parts));
    }

    @Test
    void basicConstraintsAreNeverMissing() {
        String[] found = {"basicConstraints: missing, not critical, or not of the form for this kind of certificate"};
        for (LintContext kind : new LintContext[] {DAC, PAI, PAA}) {
            says("matter.basic-constraints", Fixtures.matterDevice().without(Oid.BASIC_CONSTRAINTS), kind, found);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dac, 0x80, true",
        "dac, 0xC0, false",
        "dac, 0x06, false",
        "dac, 0x86, false",
        "pai, 0x06, true",
        "pai, 0x86, true",
        "pai, 0x04, false",
        "pai, 0x02, false",
        "pai, 0x46, false",
        "pai, 0x80, false",
        "paa, 0x06, true",
        "paa, 0x86, true",
        "paa, 0x07, false",
        "paa, 0x26, false"
    })
    void eachKindHasItsKeyUsage(String kind, String octet, boolean right) {
        int bits = Integer.decode(octet);
        ASN1Encodable usage = Fixtures.usage(Integer.numberOfTrailingZeros(bits), bits);
        String[] found = {"keyUsage: missing, not critical, or not the bits for this kind of certificate"};
        CertificateFixture tried = Fixtures.matterDevice().extension(Oid.KEY_USAGE, true, usage);
        says("matter.key-usage", tried, of(kind), right ? new String[0] : found);
        says("matter.key-usage", tried.extension(Oid.KEY_USAGE, false, usage), of(kind), found);
        says("matter.key-usage", tried.without(Oid.KEY_USAGE), of(kind), found);
        silent("matter.key-usage", tried);
    }

    @Test
    void matterHasOneCurveAndOneSignature() {
        ASN1Encodable sha384 = Asn1.algorithm("1.2.840.10045.4.3.3");
        String key = "subjectPublicKeyInfo: not a key on P-256";
        String signature = "signature: not ecdsa-with-SHA256";
        for (LintContext kind : new LintContext[] {DAC, PAI, PAA}) {
            says("matter.key", Fixtures.matterDevice().key(FixtureKeys.P384), kind, key);
            says("matter.key", Fixtures.matterDevice().key(FixtureKeys.RSA), kind, key);
            says("matter.key", Fixtures.matterDevice().signedWith(sha384), kind, signature);
            says("matter.key", Fixtures.matterDevice().key(FixtureKeys.P384).signedWith(sha384), kind, key, signature);
            silent("matter.key", kind, Fixtures.matterDevice());
        }
        silent("matter.key", IDEVID, Fixtures.matterDevice().key(FixtureKeys.P384));
    }

    @Test
    void onlyAnAttestationAuthorityHasNoIssuerKeyIdentifier() {
        String rule = "matter.key-identifiers";
        CertificateFixture neither =
                Fixtures.matterDevice().without(Oid.SUBJECT_KEY_IDENTIFIER).without(Oid.AUTHORITY_KEY_IDENTIFIER);
        says(rule, neither, DAC, "subjectKeyIdentifier: missing", "authorityKeyIdentifier: missing");
        says(rule, neither, PAI, "subjectKeyIdentifier: missing", "authorityKeyIdentifier: missing");
        says(rule, neither, PAA, "subjectKeyIdentifier: missing");
        silent(rule, neither);
        silent(rule, PAA, Fixtures.matterDevice().without(Oid.AUTHORITY_KEY_IDENTIFIER));
    }

    private static CertificateFixture padded(int octets) {
        return Fixtures.matterDevice().extension("1.2.3.4", false, new DEROctetString(new byte[octets]));
    }

    @Test
    void anAttestationCertificateHas600Octets() {
        int octets = 0;
        while (padded(octets).der().length < 600) {
            octets++;
        }
        CertificateFixture fits = padded(octets);
        CertificateFixture tooLong = padded(octets + 1);
        silent("matter.size", DAC, fits);
        says("matter.size", tooLong, DAC, "certificate: 601 octets");
        says("matter.size", tooLong, PAI, "certificate: 601 octets");
        silent("matter.size", IDEVID, tooLong);
        alone("matter.size", tooLong, DAC);
    }

    private static CertificateFixture named(String... typesAndValues) {
        Object[] parts = new Object[typesAndValues.length];
        for (int i = 0; i < parts.length; i += 2) {
            parts[i] = typesAndValues[i];
            parts[i + 1] = new DERUTF8String(typesAndValues[i + 1]);
        }
        return Fixtures.matterDevice().subject(Asn1.name(parts));
    }

    private static CertificateFixture common(String name) {
        return named(Oid.COMMON_NAME, name);
    }

    @ParameterizedTest
    @CsvSource({
        "FFF1, true",
        "0000, true",
        "9A9F, true",
        "fff1, false",
        "FFF, false",
        "FFF1A, false",
        "FFG1, false",
        "FF:1, false",
        "/FF1, false",
        "@FF1, false"
    })
    void anIdentifierIsFourHexadecimalDigits(String id, boolean right) {
        String[] vendor = {"subject: the vendor identifier is missing or not four upper-case hexadecimal digits"};
        String[] product = {
            "subject: the product identifier is missing, misplaced or not four upper-case hexadecimal digits"
        };
        CertificateFixture both = named(Oid.MATTER_VENDOR_ID, id, Oid.MATTER_PRODUCT_ID, id);
        for (LintContext kind : new LintContext[] {DAC, PAI}) {
            says("matter.vendor-id", both, kind, right ? new String[0] : vendor);
            says("matter.product-id", both, kind, right ? new String[0] : product);
        }
        says("matter.vendor-id", both, PAA, right ? new String[0] : vendor);
        says("matter.product-id", both, PAA, product);
        silent("matter.vendor-id", both);
        silent("matter.product-id", both);
    }

    @Test
    void whoNeedsWhichIdentifier() {
        String[] vendor = {"subject: the vendor identifier is missing or not four upper-case hexadecimal digits"};
        String[] product = {
            "subject: the product identifier is missing, misplaced or not four upper-case hexadecimal digits"
        };
        says("matter.vendor-id", common("x"), DAC, vendor);
        says("matter.vendor-id", common("x"), PAI, vendor);
        silent("matter.vendor-id", PAA, common("x"));
        says("matter.product-id", common("x"), DAC, product);
        silent("matter.product-id", PAI, common("x"));
        silent("matter.product-id", PAA, common("x"));
    }

    @Test
    void identifiersInACommonNameAreFoundWithinItsFirst64Characters() {
        silent(
                "matter.vendor-id",
                DAC,
                common("a Mvid:FFF1"),
                common("Mvid:FFF1Mpid:00B1"),
                common("x".repeat(55) + "Mvid:FFF1"));
        silent("matter.product-id", DAC, common("Mpid:00B1"), common("ACME Mvid:FFF1 Mpid:00B1"));
        String[] vendor = {"subject: the vendor identifier is missing or not four upper-case hexadecimal digits"};
        for (String name :
                new String[] {"Mvid:FF", "Mvid:", "mvid:FFF1", "Mvid FFF1", "Mvid: FFF1", "x".repeat(56) + "Mvid:FFF1"
                }) {
            says("matter.vendor-id", common(name), DAC, vendor);
        }
        // The attribute wins over the common name.
        says("matter.vendor-id", named(Oid.COMMON_NAME, "Mvid:FFF1", Oid.MATTER_VENDOR_ID, "fff1"), DAC, vendor);
    }

    @Test
    void identifiersAreThoseOfTheIssuerAsFarAsItNamesThem() {
        String rule = "matter.ids-of-issuer";
        CertificateFixture issuer = Fixtures.matterIntermediate()
                .subject(Asn1.name(Oid.COMMON_NAME, new DERUTF8String("PAI Mvid:FFF2 Mpid:8001")));
        LintContext under = DAC.issuedBy(issuer.certificate());
        says(
                rule,
                Fixtures.matterDevice(),
                under,
                "subject: the vendor FFF1 is not the issuer's FFF2",
                "subject: the product 8000 is not the issuer's 8001");
        silent(rule, under, common("Mvid:FFF2 Mpid:8001"), common("x"));
        silent(rule, LintContext.internal().issuedBy(issuer.certificate()), Fixtures.matterDevice());
        silent(rule, DAC, Fixtures.matterDevice());
        LintContext nameless = DAC.issuedBy(Fixtures.root().certificate());
        silent(rule, nameless, Fixtures.matterDevice());
    }
}
