package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.alone;
import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about the list of extensions and the form of each value. */
class ExtensionEncodingRulesTest {
    private static final LintContext INTERNAL = LintContext.internal();
    private static final String DEFAULT = "critical FALSE is the default and must not be encoded";

    private static CertificateFixture raw(String oid, int... octets) {
        return Fixtures.server().rawExtension(oid, false, Asn1.raw(octets));
    }

    private static CertificateFixture critical(String oid, ASN1Encodable critical) {
        DEROctetString value = new DEROctetString(Asn1.der(DERNull.INSTANCE));
        return Fixtures.server().wholeExtension(oid, Asn1.sequence(Asn1.oid(oid), critical, value));
    }

    @Test
    void criticalIsWrittenOnlyWhereItIsTrue() {
        says("x690.critical-false-encoded", critical("1.2.3.4", ASN1Boolean.FALSE), "extension 1.2.3.4: " + DEFAULT);
        alone("x690.critical-false-encoded", critical("1.2.3.4", ASN1Boolean.FALSE), INTERNAL);
        silent("x690.critical-false-encoded", critical("1.2.3.4", ASN1Boolean.TRUE));
    }

    @Test
    void anAuthorityFalseIsNotWritten() {
        String[] found = {"basicConstraints: cA FALSE is the default and must not be encoded"};
        CertificateFixture written =
                Fixtures.server().extension(Oid.BASIC_CONSTRAINTS, true, Asn1.sequence(ASN1Boolean.FALSE));
        says("x690.authority-false-encoded", written, found);
        alone("x690.authority-false-encoded", written, INTERNAL);
        silent(
                "x690.authority-false-encoded",
                Fixtures.root(),
                Fixtures.server(),
                raw(Oid.BASIC_CONSTRAINTS, 0x30, 3, 1, 1, 5));
    }

    @Test
    void aListOfExtensionsThatIsThereHoldsOne() {
        says(
                "rfc5280.extension-list-empty",
                Fixtures.server().noExtensions(true),
                "extensions: the list is there and empty");
        silent(
                "rfc5280.extension-list-empty",
                Fixtures.server().noExtensions(false),
                Fixtures.server().noExtensions(false).extension("1.2.3.4", false, DERNull.INSTANCE));
    }

    @Test
    void aRepeatedExtensionIsToldForEachRepetition() {
        ASN1Encodable more = CrlFixture.extension("1.2.3.4", false, DERNull.INSTANCE);
        CertificateFixture three = Fixtures.server()
                .wholeExtension("a", more)
                .wholeExtension("b", more)
                .wholeExtension("c", more);
        says(
                "rfc5280.extension-twice",
                three,
                "extension 1.2.3.4: occurs more than once",
                "extension 1.2.3.4: occurs more than once");
        alone("rfc5280.extension-twice", three, INTERNAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Oid.SUBJECT_DIRECTORY_ATTRIBUTES, Oid.SUBJECT_ALT_NAME, Oid.ISSUER_ALT_NAME,
                        Oid.CRL_DISTRIBUTION_POINTS,
                Oid.CERTIFICATE_POLICIES, Oid.POLICY_MAPPINGS, Oid.EXT_KEY_USAGE, Oid.FRESHEST_CRL,
                Oid.AUTHORITY_INFO_ACCESS, Oid.SUBJECT_INFO_ACCESS
            })
    void eachListOfOneOrMoreHoldsOne(String oid) {
        says("rfc5280.extension-sequence-empty", raw(oid, 0x30, 0), "extension " + oid + ": the list is empty");
        silent("rfc5280.extension-sequence-empty", raw(oid, 0x30, 2, 5, 0), raw(oid, 0x30, 1));
    }

    @Test
    void aPolicyMayHaveNoQualifiersButNoEmptyListOfThem() {
        ASN1Encodable policy = Asn1.oid("1.2.3.4");
        ASN1Encodable qualifier = Asn1.sequence(Asn1.oid(Oid.QUALIFIER_CPS), DERNull.INSTANCE);
        says(
                "rfc5280.extension-sequence-empty",
                Fixtures.server()
                        .extension(
                                Oid.CERTIFICATE_POLICIES,
                                false,
                                Asn1.sequence(
                                        Asn1.sequence(Asn1.oid("1.2.3.5")), Asn1.sequence(policy, Asn1.sequence()))),
                "certificatePolicies 1.2.3.4: the list of qualifiers is there and empty");
        silent(
                "rfc5280.extension-sequence-empty",
                Fixtures.server()
                        .extension(
                                Oid.CERTIFICATE_POLICIES,
                                false,
                                Asn1.sequence(Asn1.sequence(policy, Asn1.sequence(qualifier)))),
                Fixtures.server().extension(Oid.BASIC_CONSTRAINTS, true, new DERSequence()));
    }

    /** An extension, octets that are not its value, and what is said about them. */
    record Broken(String oid, String name, String words, String value) {}

    @Test
    void theFormOfEachKnownExtensionIsChecked() {
        for (Broken each : List.of(
                new Broken(Oid.BASIC_CONSTRAINTS, "basicConstraints", "not BasicConstraints", "3100"),
                new Broken(Oid.BASIC_CONSTRAINTS, "basicConstraints", "not BasicConstraints", "30020500"),
                new Broken(Oid.KEY_USAGE, "keyUsage", "keyUsage is not a BIT STRING", "040100"),
                new Broken(Oid.KEY_USAGE, "keyUsage", "keyUsage is not a BIT STRING", "0300"),
                new Broken(
                        Oid.AUTHORITY_KEY_IDENTIFIER,
                        "authorityKeyIdentifier",
                        "not an AuthorityKeyIdentifier",
                        "0500"),
                new Broken(
                        Oid.AUTHORITY_KEY_IDENTIFIER,
                        "authorityKeyIdentifier",
                        "not an AuthorityKeyIdentifier",
                        "30028300"),
                new Broken(Oid.SUBJECT_KEY_IDENTIFIER, "subjectKeyIdentifier", "not an OCTET STRING", "0500"),
                new Broken(Oid.NAME_CONSTRAINTS, "nameConstraints", "not NameConstraints", "3100"),
                new Broken(Oid.NAME_CONSTRAINTS, "nameConstraints", "not NameConstraints", "3002a200"),
                new Broken(Oid.EXT_KEY_USAGE, "extKeyUsage", "not a SEQUENCE", "3100"),
                new Broken(Oid.EXT_KEY_USAGE, "extKeyUsage", "an OBJECT IDENTIFIER that breaks off", "30020600"),
                new Broken(Oid.SUBJECT_ALT_NAME, "subjectAltName", "not a SEQUENCE", "0500"),
                new Broken(Oid.ISSUER_ALT_NAME, "issuerAltName", "not a SEQUENCE", "0500"),
                new Broken(Oid.CERTIFICATE_POLICIES, "certificatePolicies", "not a PolicyInformation", "30023000"),
                new Broken(Oid.CRL_DISTRIBUTION_POINTS, "cRLDistributionPoints", "not a DistributionPoint", "30023100"),
                new Broken(Oid.FRESHEST_CRL, "freshestCRL", "not a DistributionPoint", "300430028300"),
                new Broken(Oid.AUTHORITY_INFO_ACCESS, "authorityInfoAccess", "not an AccessDescription", "30023000"),
                new Broken(Oid.SUBJECT_INFO_ACCESS, "subjectInfoAccess", "not a SEQUENCE", "0500"))) {
            says(
                    "rfc5280.extension-syntax",
                    Fixtures.server()
                            .rawExtension(each.oid(), false, HexFormat.of().parseHex(each.value())),
                    each.name() + ": " + each.words());
        }
    }

    @Test
    void aValueThatIsNoElementIsToldOnceAlsoOfAnUnknownExtension() {
        says(
                "rfc5280.extension-syntax",
                raw("1.2.3.4"),
                "extension 1.2.3.4: the bytes end in the middle of an element");
        says("rfc5280.extension-syntax", raw("1.2.3.4", 5, 0, 0), "extension 1.2.3.4: 1 bytes follow the value");
        says("rfc5280.extension-syntax", raw("1.2.3.4", 5, 0x80), "extension 1.2.3.4: a length that is not DER");
        says("rfc5280.extension-syntax", raw(Oid.KEY_USAGE, 3, 2, 7, 0x80, 0), "keyUsage: 1 bytes follow the value");
        silent("rfc5280.extension-syntax", raw("1.2.3.4", 5, 0), raw("1.2.3.4", 0x30, 1, 5));
        alone("rfc5280.extension-syntax", raw("1.2.3.4", 5, 0, 0), INTERNAL);
    }

    @Test
    void aFieldWithTheTagOfAnotherTypeIsToldOfAnAuthorityKeyIdentifier() {
        String[] found = {"authorityKeyIdentifier: a field has the tag of another type"};
        says("rfc5280.extension-syntax", raw(Oid.AUTHORITY_KEY_IDENTIFIER, 0x30, 4, 0xA0, 2, 5, 0), found);
        says("rfc5280.extension-syntax", raw(Oid.AUTHORITY_KEY_IDENTIFIER, 0x30, 3, 0x81, 1, 5), found);
        says("rfc5280.extension-syntax", raw(Oid.AUTHORITY_KEY_IDENTIFIER, 0x30, 6, 0x40, 1, 5, 0x82, 1, 5), found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Oid.KEY_USAGE,
                Oid.SUBJECT_ALT_NAME,
                Oid.BASIC_CONSTRAINTS,
                Oid.NAME_CONSTRAINTS,
                Oid.CERTIFICATE_POLICIES,
                Oid.POLICY_MAPPINGS,
                Oid.POLICY_CONSTRAINTS,
                Oid.EXT_KEY_USAGE,
                Oid.INHIBIT_ANY_POLICY,
                Oid.CRL_DISTRIBUTION_POINTS,
                Oid.ISSUER_ALT_NAME,
                Oid.POISON
            })
    void softwareKnowsTheseWhenTheyAreCritical(String oid) {
        silent("rfc5280.unknown-critical-extension", critical(oid, ASN1Boolean.TRUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3.4", Oid.AUTHORITY_KEY_IDENTIFIER, Oid.SCT_LIST, Oid.NO_REV_AVAIL, Oid.CRL_NUMBER})
    void softwareDoesNotKnowThese(String oid) {
        says(
                "rfc5280.unknown-critical-extension",
                critical(oid, ASN1Boolean.TRUE),
                "extension " + oid + ": is critical: software that does not know it will reject the certificate");
        silent("rfc5280.unknown-critical-extension", critical(oid, ASN1Boolean.FALSE));
    }

    @Test
    void keyUsageEndsInItsLastOneBit() {
        String[] found = {"keyUsage: the named bit list ends in zero bits or miscounts its unused bits"};
        for (int[] bad : new int[][] {
            {3, 2, 0, 0xC0},
            {3, 2, 5, 0xC0},
            {3, 2, 7, 0x00},
            {3, 3, 0, 0x80, 0},
            {3, 2, 8, 0x80},
            {3, 1, 1},
            {3, 3, 6, 0, 0x80}
        }) {
            says("x690.key-usage-encoding", raw(Oid.KEY_USAGE, bad), found);
        }
        silent(
                "x690.key-usage-encoding",
                raw(Oid.KEY_USAGE, 3, 2, 6, 0xC0),
                raw(Oid.KEY_USAGE, 3, 2, 0, 0x01),
                raw(Oid.KEY_USAGE, 3, 2, 7, 0x80),
                raw(Oid.KEY_USAGE, 3, 3, 7, 0, 0x80),
                raw(Oid.KEY_USAGE, 3, 1, 0));
        alone(
                "x690.key-usage-encoding",
                Fixtures.server().extension(Oid.KEY_USAGE, true, new DERBitString(new byte[] {(byte) 0x80}, 5)),
                INTERNAL);
    }

    @Test
    void whatIsKnownOfARepeatedExtensionIsItsFirstValue() {
        CertificateFixture twice = Fixtures.server()
                .wholeExtension("second", CrlFixture.extension(Oid.KEY_USAGE, true, new ASN1Integer(1)));
        silent("rfc5280.extension-syntax", twice);
        says("rfc5280.extension-twice", twice, "extension " + Oid.KEY_USAGE + ": occurs more than once");
    }
}
