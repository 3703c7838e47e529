package cairn.ca.lint;

import cairn.ca.lint.view.Oid;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;

/** Cases for keyUsage and extKeyUsage. */
final class UsageCases {
    private static final ASN1Encodable KEY_ENCIPHERMENT = Fixtures.usage(5, 0x20);
    private static final ASN1Encodable KEY_AGREEMENT = Fixtures.usage(3, 0x08);

    private UsageCases() {}

    private static CertificateFixture server(ASN1Encodable usage) {
        return Fixtures.server().extension(Oid.KEY_USAGE, true, usage);
    }

    private static CertificateFixture root(ASN1Encodable usage) {
        return Fixtures.root().extension(Oid.KEY_USAGE, true, usage);
    }

    private static CertificateFixture purposes(String... oids) {
        return Fixtures.server().extension(Oid.EXT_KEY_USAGE, false, Fixtures.purposes(oids));
    }

    static void add(RuleCases cases) {
        bits(cases);
        algorithms(cases);
        purposes(cases);
    }

    private static void bits(RuleCases cases) {
        cases.bad("rfc5280.authority-key-usage", Fixtures.root().without(Oid.KEY_USAGE));
        cases.bad(
                "rfc5280.key-usage-critical",
                Fixtures.server().extension(Oid.KEY_USAGE, false, Fixtures.digitalSignature()));
        cases.bad("rfc5280.key-usage-empty", Fixtures.server().rawExtension(Oid.KEY_USAGE, true, Asn1.raw(3, 1, 0)));
        cases.bad("rfc5280.cert-sign-needs-authority", server(Fixtures.usage(2, 0x84)));
        cases.bad("internal.authority-cert-sign", root(Fixtures.usage(1, 0x02)));
        cases.bad("internal.authority-crl-sign", root(Fixtures.usage(2, 0x04)));
        cases.bad("internal.end-entity-crl-sign", server(Fixtures.usage(1, 0x82)));
        cases.good(
                "internal.end-entity-crl-sign",
                server(Fixtures.usage(1, 0x82)),
                LintContext.internal().tagged(Set.of(LintTag.CRL_ISSUER)));
        cases.bad("rfc5280.only-needs-agreement", server(Fixtures.usage(0, 0x81)));
    }

    private static void algorithms(RuleCases cases) {
        cases.bad("rfc3279.rsa-authority-usage", root(Fixtures.usage(1, 0x0E)));
        cases.bad("rfc3279.rsa-end-entity-usage", server(KEY_AGREEMENT).key(FixtureKeys.RSA));
        cases.good("rfc3279.rsa-end-entity-usage", server(KEY_ENCIPHERMENT).key(FixtureKeys.RSA));
        cases.bad("rfc3279.rsa-authority-encipherment", root(Fixtures.usage(1, 0x26)));
        cases.bad("rfc8813.ec-usage", server(KEY_ENCIPHERMENT));
        cases.good("rfc8813.ec-usage", server(KEY_AGREEMENT));
        cases.bad("rfc9295.edwards-usage", server(KEY_AGREEMENT).key(FixtureKeys.of(Oid.ED25519, 32)));
        cases.good("rfc9295.edwards-usage", server(Fixtures.digitalSignature()).key(FixtureKeys.of(Oid.ED25519, 32)));
        cases.bad(
                "rfc9295.montgomery-usage", server(Fixtures.digitalSignature()).key(FixtureKeys.of(Oid.X25519, 32)));
        cases.good("rfc9295.montgomery-usage", server(KEY_AGREEMENT).key(FixtureKeys.of(Oid.X25519, 32)));
        cases.bad("rfc9881.ml-dsa-usage", server(KEY_ENCIPHERMENT).key(FixtureKeys.of(Oid.NIST_SIGNATURES + 18, 1952)));
        cases.bad("rfc9909.slh-dsa-usage", server(KEY_AGREEMENT).key(FixtureKeys.of(Oid.NIST_SIGNATURES + 20, 32)));
        cases.bad(
                "rfc9935.ml-kem-usage",
                server(Fixtures.digitalSignature()).key(FixtureKeys.of(Oid.NIST_KEMS + 2, 1184)));
        cases.good("rfc9935.ml-kem-usage", server(KEY_ENCIPHERMENT).key(FixtureKeys.of(Oid.NIST_KEMS + 2, 1184)));
        cases.bad("rfc9881.hash-ml-dsa-authority", Fixtures.root().key(FixtureKeys.of(Oid.NIST_SIGNATURES + 32, 1312)));
        cases.good(
                "rfc9881.hash-ml-dsa-authority", Fixtures.server().key(FixtureKeys.of(Oid.NIST_SIGNATURES + 32, 1312)));
    }

    private static void purposes(RuleCases cases) {
        cases.bad(
                "rfc5280.any-purpose-critical",
                Fixtures.server().extension(Oid.EXT_KEY_USAGE, true, Fixtures.purposes(Oid.ANY_EXTENDED_KEY_USAGE)));
        cases.bad("internal.any-purpose", purposes(Oid.ANY_EXTENDED_KEY_USAGE));
        cases.bad("rfc5280.purpose-twice", purposes(Oid.KP_SERVER_AUTH, Oid.KP_SERVER_AUTH));
        cases.bad(
                "rfc5280.purpose-consistent",
                purposes(Oid.KP_CODE_SIGNING).extension(Oid.KEY_USAGE, true, KEY_AGREEMENT));
        cases.bad(
                "rfc5280.purpose-consistent",
                purposes(Oid.KP_CLIENT_AUTH).extension(Oid.KEY_USAGE, true, KEY_ENCIPHERMENT));
        cases.good(
                "rfc5280.purpose-consistent",
                server(KEY_ENCIPHERMENT).extension(Oid.EXT_KEY_USAGE, false, Fixtures.purposes(Oid.KP_SERVER_AUTH)));
        cases.bad("rfc3161.time-stamping-alone", purposes(Oid.KP_TIME_STAMPING));
        cases.good(
                "rfc3161.time-stamping-alone",
                Fixtures.server().extension(Oid.EXT_KEY_USAGE, true, Fixtures.purposes(Oid.KP_TIME_STAMPING)));
        cases.bad(
                "internal.authority-ocsp-signing",
                Fixtures.root().extension(Oid.EXT_KEY_USAGE, false, Fixtures.purposes(Oid.KP_OCSP_SIGNING)));
        cases.bad("internal.responder-alone", purposes(Oid.KP_OCSP_SIGNING, Oid.KP_SERVER_AUTH));
        cases.bad("internal.responder-no-check", purposes(Oid.KP_OCSP_SIGNING).without(Oid.CRL_DISTRIBUTION_POINTS));
        cases.good(
                "internal.responder-no-check",
                purposes(Oid.KP_OCSP_SIGNING)
                        .without(Oid.CRL_DISTRIBUTION_POINTS)
                        .extension(Oid.OCSP_NO_CHECK, false, DERNull.INSTANCE));
        cases.bad(
                "rfc6960.no-check-null",
                purposes(Oid.KP_OCSP_SIGNING).extension(Oid.OCSP_NO_CHECK, false, new ASN1Integer(1)));
    }
}
