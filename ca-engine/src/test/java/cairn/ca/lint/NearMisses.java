package cairn.ca.lint;

import cairn.ca.lint.view.Oid;
import java.math.BigInteger;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;

/** What stands right beside the defect of a rule about names, keys, usage and encoding, and is not it. */
final class NearMisses {
    private static final DERUTCTime START = new DERUTCTime("260101000000Z");
    private static final ASN1Encodable KEY_ENCIPHERMENT = Fixtures.usage(5, 0x20);

    private NearMisses() {}

    private static CertificateFixture server() {
        return Fixtures.server();
    }

    private static CertificateFixture names(ASN1Encodable... names) {
        return server().extension(Oid.SUBJECT_ALT_NAME, false, new DERSequence(names));
    }

    private static CertificateFixture dns(String name) {
        return names(Asn1.general(2, name));
    }

    private static CertificateFixture purposes(String... oids) {
        return server().extension(Oid.EXT_KEY_USAGE, false, Fixtures.purposes(oids));
    }

    private static CertificateFixture usage(ASN1Encodable usage) {
        return server().extension(Oid.KEY_USAGE, true, usage);
    }

    static void add(RuleCases cases) {
        encoding(cases);
        subjects(cases);
        alternatives(cases);
        usages(cases);
        authorities(cases);
        keys(cases);
        devices(cases);
    }

    private static void encoding(RuleCases cases) {
        cases.good("x690.readable", server());
        cases.good(
                "x690.critical-false-encoded",
                server().wholeExtension(
                                Oid.KEY_USAGE,
                                Asn1.sequence(
                                        Asn1.oid(Oid.KEY_USAGE),
                                        ASN1Boolean.TRUE,
                                        new DEROctetString(Asn1.der(Fixtures.digitalSignature())))));
        cases.good("x690.authority-false-encoded", server().extension(Oid.BASIC_CONSTRAINTS, true, Asn1.sequence()));
        cases.good("internal.version-3", server().version(Asn1.explicit(0, new ASN1Integer(2))));
        cases.good("internal.no-unique-identifiers", server());
        cases.good("rfc5280.serial-positive", server().serial(BigInteger.ONE));
        cases.good(
                "rfc5280.signature-algorithm-match",
                server().signedWith(Asn1.algorithm("1.2.840.10045.4.3.3"))
                        .outerAlgorithm(Asn1.algorithm("1.2.840.10045.4.3.3")));
        cases.good("rfc5280.time-zulu", server().validity(START, new DERUTCTime("270101000000Z")));
        cases.good("rfc5280.time-seconds", server().validity(START, new DERUTCTime("261231235959Z")));
        cases.good("rfc5280.time-readable", server().validity(START, new ASN1UTCTime("280229000000Z")));
        cases.good("rfc5280.extension-list-empty", server().noExtensions(false).version(null));
        cases.good(
                "rfc5280.extension-twice",
                server().extension("1.2.3.4", false, DERNull.INSTANCE).extension("1.2.3.5", false, DERNull.INSTANCE));
        cases.good("rfc5280.extension-syntax", server().extension("1.2.3.4", false, DERNull.INSTANCE));
        cases.good("rfc5280.extension-sequence-empty", server().extension("1.2.3.4", false, new DERSequence()));
    }

    private static void subjects(RuleCases cases) {
        DERSequence empty = new DERSequence();
        cases.good("rfc5280.issuer-not-empty", server().subject(empty));
        cases.good("rfc5280.authority-subject-not-empty", server().subject(empty));
        cases.good("rfc5280.subject-or-alternative", server().subject(empty));
        cases.good("rfc5280.subject-or-alternative", server().without(Oid.SUBJECT_ALT_NAME));
        cases.good("rfc5280.name-part-empty", server().subject(empty));
        ASN1Encodable pair =
                Asn1.name(Oid.COMMON_NAME, new DERUTF8String("a"), Oid.ORGANIZATION, new DERUTF8String("a"));
        cases.good("internal.multi-valued-part", server().subject(pair));
        cases.good("internal.common-name-twice", server().subject(pair));
        cases.good("rfc5280.attribute-empty", server().subject(Asn1.name(Oid.ORGANIZATION, new DERUTF8String("-"))));
        cases.good("rfc5280.country-printable", server().subject(Asn1.name(Oid.COUNTRY, new DERPrintableString("CH"))));
        cases.good(
                "rfc5280.directory-string-type",
                server().subject(Asn1.name(Oid.COMMON_NAME, new DERPrintableString("a"))));
        cases.good(
                "rfc5280.directory-string-type",
                server().subject(Asn1.name(Oid.DOMAIN_COMPONENT, new DERIA5String("a"))));
        cases.good("internal.test-name", server().subject(Asn1.name(Oid.COMMON_NAME, new DERUTF8String("Trust test"))));
        cases.good(
                "rfc5280.distribution-point-named",
                server().extension(
                                Oid.CRL_DISTRIBUTION_POINTS, false, Fixtures.points("http://pki.example.org/a.crl")));
    }

    private static void alternatives(RuleCases cases) {
        cases.good("rfc5280.alt-name-kind", names(Asn1.general(7, new byte[4])));
        cases.good("rfc5280.alt-name-kind", names(Asn1.implicit(8, Asn1.oid("1.2.3"))));
        cases.good("rfc5280.alt-name-empty", names(Asn1.general(2, "a")));
        cases.good("rfc5280.alt-name-empty", names(Asn1.explicit(4, new X500Name("CN=a"))));
        cases.good(
                "internal.alt-name-twice", names(Asn1.general(2, "a.example.org"), Asn1.general(6, "a.example.org")));
        cases.good(
                "rfc5280.issuer-alt-not-critical",
                server().extension(Oid.ISSUER_ALT_NAME, false, Fixtures.dns("a.example.org")));
        cases.good(
                "rfc5280.subject-alt-not-critical",
                server().subject(new DERSequence())
                        .extension(Oid.SUBJECT_ALT_NAME, true, Fixtures.dns("a.example.org")));
        cases.good("rfc5280.dns-name-ascii", dns("xn--zri-hoa.example.org"));
        cases.good(
                "rfc5280.dns-name-ascii", names(Asn1.explicit(4, Asn1.name(Oid.COMMON_NAME, new DERUTF8String("ü")))));
        cases.good("rfc1034.dns-name-alphabet", dns("A-9.example.org"));
        cases.good("rfc1034.dns-name-alphabet", names(Asn1.general(6, "http://www.example.org/a%20b")));
        cases.good("rfc1034.dns-name-underscore", dns("a-b.example.org"));
        cases.good("rfc1034.dns-label-empty", dns("a.b"));
        cases.good("rfc5280.dns-name-address", dns("192.0.2.1.example.org"));
        cases.good("rfc5280.dns-name-address", names(Asn1.general(7, Asn1.raw(192, 0, 2, 1))));
        cases.good("rfc5280.uri-ascii", names(Asn1.general(6, "https://www.example.org/%C3%A4")));
        cases.good(
                "internal.common-name-in-alternative",
                server().extension(Oid.SUBJECT_ALT_NAME, false, Fixtures.dns("WWW.EXAMPLE.ORG")));
        cases.good(
                "internal.common-name-in-alternative",
                server().subject(new X500Name("CN=Example Server"))
                        .extension(Oid.SUBJECT_ALT_NAME, false, Fixtures.dns("mail.example.org")));
        cases.good(
                "internal.common-name-in-alternative",
                purposes(Oid.KP_CLIENT_AUTH).extension(Oid.SUBJECT_ALT_NAME, false, Fixtures.dns("a.example.org")));
    }

    private static void usages(RuleCases cases) {
        cases.good("rfc5280.authority-key-usage", server().without(Oid.KEY_USAGE));
        cases.good("rfc5280.key-usage-critical", server());
        cases.good("rfc5280.key-usage-empty", usage(Fixtures.usage(7, 0x80)));
        cases.good("rfc5280.cert-sign-needs-authority", Fixtures.intermediate());
        cases.good("internal.authority-cert-sign", usage(Fixtures.usage(1, 0x02)));
        cases.good("internal.authority-crl-sign", usage(Fixtures.usage(2, 0x04)));
        cases.good("rfc5280.only-needs-agreement", usage(Fixtures.usage(0, 0x09)));
        cases.good(
                "rfc3279.rsa-authority-usage", Fixtures.root().extension(Oid.KEY_USAGE, true, Fixtures.usage(1, 0xC6)));
        cases.good("rfc3279.rsa-authority-encipherment", usage(KEY_ENCIPHERMENT).key(FixtureKeys.RSA));
        ASN1Encodable dsa = FixtureKeys.of(Oid.NIST_SIGNATURES + 18, 1952);
        cases.good("rfc9881.ml-dsa-usage", usage(Fixtures.usage(6, 0xC0)).key(dsa));
        ASN1Encodable hash = FixtureKeys.of(Oid.NIST_SIGNATURES + 20, 32);
        cases.good("rfc9909.slh-dsa-usage", usage(Fixtures.usage(6, 0xC0)).key(hash));
        cases.good("rfc5280.any-purpose-critical", purposes(Oid.ANY_EXTENDED_KEY_USAGE));
        cases.good(
                "rfc5280.any-purpose-critical",
                server().extension(Oid.EXT_KEY_USAGE, true, Fixtures.purposes(Oid.KP_CLIENT_AUTH)));
        cases.good(
                "internal.any-purpose",
                Fixtures.root().extension(Oid.EXT_KEY_USAGE, false, Fixtures.purposes(Oid.ANY_EXTENDED_KEY_USAGE)));
        cases.good("rfc5280.purpose-twice", purposes(Oid.KP_SERVER_AUTH, Oid.KP_CLIENT_AUTH));
        cases.good("internal.authority-ocsp-signing", purposes(Oid.KP_OCSP_SIGNING));
        cases.good(
                "internal.authority-ocsp-signing",
                Fixtures.root().extension(Oid.EXT_KEY_USAGE, false, Fixtures.purposes(Oid.KP_SERVER_AUTH)));
        cases.good("internal.responder-alone", purposes(Oid.KP_OCSP_SIGNING));
        cases.good("internal.responder-alone", purposes(Oid.KP_CLIENT_AUTH, Oid.KP_SERVER_AUTH));
        cases.good(
                "rfc6960.no-check-null",
                purposes(Oid.KP_OCSP_SIGNING).extension(Oid.OCSP_NO_CHECK, false, DERNull.INSTANCE));
    }

    private static void authorities(RuleCases cases) {
        LintContext intermediate = Fixtures.underIntermediate();
        cases.good("internal.issuer-name-bytes", server(), intermediate);
        cases.good("internal.issuer-is-authority", server(), intermediate);
        cases.good("internal.aki-match", server(), intermediate);
        cases.good("internal.aki-match", server().without(Oid.AUTHORITY_KEY_IDENTIFIER), intermediate);
        cases.good("internal.key-of-issuer", server().key(FixtureKeys.RSA), intermediate);
        cases.good("internal.name-of-issuer", server().subject(new X500Name("CN=issuing,O=Example")), intermediate);
        cases.good(
                "internal.starts-before-issuer",
                server().validity(new DERUTCTime("250101000000Z"), START),
                intermediate);
        LintContext root = LintContext.internal().issuedBy(Fixtures.root().certificate());
        cases.good(
                "internal.authority-outlives-issuer",
                Fixtures.intermediate().validity(START, new DERGeneralizedTime("20500101000000Z")),
                root);
        cases.good("internal.path-length-of-intermediate", Fixtures.root());
        cases.good(
                "internal.path-length-of-intermediate",
                Fixtures.intermediate()
                        .extension(Oid.BASIC_CONSTRAINTS, true, Asn1.sequence(ASN1Boolean.TRUE, new ASN1Integer(3))));
        cases.good(
                "rfc5280.basic-constraints-critical",
                server().extension(Oid.BASIC_CONSTRAINTS, false, Asn1.sequence()));
        cases.good("rfc5280.path-length-place", Fixtures.intermediate());
    }

    private static void keys(RuleCases cases) {
        cases.good("internal.round-3-algorithm", server().key(FixtureKeys.of(Oid.NIST_SIGNATURES + 17, 1312)));
        cases.good("rfc5758.ecdsa-parameters-absent", server().signedWith(Asn1.algorithm("1.2.840.10045.4.3.2")));
        cases.good(
                "rfc5758.ecdsa-parameters-absent",
                server().signedWith(Asn1.algorithm("1.2.840.113549.1.1.11", DERNull.INSTANCE)));
        cases.good("rfc8410.edwards-parameters-absent", server().signedWith(Asn1.algorithm(Oid.ED25519)));
        cases.good("rfc3279.rsa-key-parameters", server().key(FixtureKeys.RSA));
        BigInteger exponent = BigInteger.valueOf(65537);
        BigInteger modulus = FixtureKeys.modulus();
        cases.good("fips186.rsa-exponent-range", server().key(FixtureKeys.rsa(modulus, exponent)));
        cases.good(
                "fips186.rsa-exponent-range",
                server().key(FixtureKeys.rsa(
                        modulus, BigInteger.ONE.shiftLeft(255).setBit(0))));
        cases.good("rfc5280.key-bits-whole", server());
        cases.good("rfc5480.ec-point", server().key(FixtureKeys.P384));
        cases.good("rfc5280.ski-of-authority", server().without(Oid.SUBJECT_KEY_IDENTIFIER));
        cases.good("rfc5280.ski-of-end-entity", Fixtures.root().without(Oid.SUBJECT_KEY_IDENTIFIER));
        cases.good("rfc5280.ski-not-critical", server());
        cases.good("rfc5280.aki-not-critical", server());
        ASN1Encodable keyId = Asn1.implicit(0, new DEROctetString(new byte[20]));
        ASN1Encodable issuer = Asn1.implicit(1, Asn1.sequence(Asn1.explicit(4, new X500Name("CN=Root"))));
        cases.good(
                "rfc5280.aki-pair",
                server().extension(
                                Oid.AUTHORITY_KEY_IDENTIFIER,
                                false,
                                Asn1.sequence(keyId, issuer, Asn1.implicit(2, new ASN1Integer(5)))));
    }

    private static void devices(RuleCases cases) {
        LintContext attestation = LintContext.internal().tagged(Set.of(LintTag.MATTER_DAC));
        LintContext identifier = LintContext.internal().tagged(Set.of(LintTag.IDEVID));
        cases.good("devid.forever", Fixtures.deviceIdentifier(), identifier);
        cases.good("devid.forever", server());
        cases.good("devid.key-usage", Fixtures.deviceIdentifier(), identifier);
        cases.good("devid.ski", Fixtures.deviceIdentifier(), identifier);
        cases.good("devid.ski", server());
        cases.good("matter.basic-constraints", Fixtures.matterDevice(), attestation);
        cases.good("matter.key-identifiers", Fixtures.matterDevice(), attestation);
        cases.good("matter.key-identifiers", Fixtures.root(), LintContext.internal());
        cases.good(
                "matter.size",
                Fixtures.matterDevice().extension("1.2.3.4", false, new DEROctetString(new byte[4])),
                attestation);
        cases.good(
                "matter.size",
                server().extension("1.2.3.4", false, new DEROctetString(new byte[900])),
                LintContext.internal());
        cases.good(
                "rfc5280.unique-identifier-version",
                server().behindKey(Asn1.implicit(2, new DERBitString(new byte[] {1}))));
        cases.bad("rfc5280.directory-string-type", server().issuer(Asn1.name(Oid.ORGANIZATION, new DERBMPString("a"))));
    }
}
