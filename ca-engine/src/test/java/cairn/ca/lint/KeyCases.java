package cairn.ca.lint;

import cairn.ca.lint.view.Oid;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;

/** Cases for keys and signature algorithms. */
final class KeyCases {
    private static final BigInteger F4 = BigInteger.valueOf(65537);

    private KeyCases() {}

    private static CertificateFixture key(ASN1Encodable key) {
        return Fixtures.server().key(key);
    }

    private static CertificateFixture signed(String oid, ASN1Encodable... parameters) {
        return Fixtures.server().signedWith(Asn1.algorithm(oid, parameters));
    }

    static void add(RuleCases cases) {
        algorithms(cases);
        rsa(cases);
        others(cases);
    }

    private static void algorithms(RuleCases cases) {
        cases.bad("internal.key-algorithm", key(FixtureKeys.of("1.2.840.10040.4.1", 128)));
        cases.good("internal.key-algorithm", key(FixtureKeys.of(Oid.ED25519, 32)));
        cases.bad("internal.round-3-algorithm", key(FixtureKeys.of("1.3.6.1.4.1.2.267.7.4.4", 1312)));
        cases.bad("internal.round-3-algorithm", signed("1.3.9999.3.1"));
        cases.bad("internal.signature-digest", signed("1.2.840.113549.1.1.5", DERNull.INSTANCE));
        cases.good("internal.signature-digest", signed("1.2.840.113549.1.1.11", DERNull.INSTANCE));
        cases.bad("rfc4055.rsa-signature-null", signed("1.2.840.113549.1.1.11"));
        cases.good("rfc4055.rsa-signature-null", signed("1.2.840.113549.1.1.11", DERNull.INSTANCE));
        cases.good("rfc4055.rsa-signature-null", signed(Oid.RSASSA_PSS, Asn1.sequence()));
        cases.bad("rfc5758.ecdsa-parameters-absent", signed("1.2.840.10045.4.3.2", DERNull.INSTANCE));
        cases.bad("rfc8410.edwards-parameters-absent", signed(Oid.ED25519, DERNull.INSTANCE));
        cases.bad(
                "rfc8410.edwards-parameters-absent",
                key(FixtureKeys.of(Asn1.algorithm(Oid.ED25519, DERNull.INSTANCE), new byte[32])));
        cases.bad("rfc9881.parameters-absent", signed(Oid.NIST_SIGNATURES + 17, DERNull.INSTANCE));
        cases.bad(
                "rfc9881.parameters-absent",
                key(FixtureKeys.of(Asn1.algorithm(Oid.NIST_KEMS + 1, DERNull.INSTANCE), new byte[800])));
        cases.good("rfc9881.parameters-absent", key(FixtureKeys.of(Oid.NIST_KEMS + 1, 800)));
    }

    private static void rsa(RuleCases cases) {
        BigInteger modulus = FixtureKeys.modulus();
        cases.bad("rfc3279.rsa-key-readable", key(FixtureKeys.rsa(modulus.negate(), F4)));
        cases.bad(
                "rfc3279.rsa-key-readable",
                key(FixtureKeys.of(Asn1.algorithm(Oid.RSA_ENCRYPTION, DERNull.INSTANCE), new byte[] {1, 2})));
        cases.good("rfc3279.rsa-key-readable", key(FixtureKeys.RSA));
        cases.bad(
                "rfc3279.rsa-key-parameters",
                key(FixtureKeys.of(
                        Asn1.algorithm(Oid.RSA_ENCRYPTION),
                        Asn1.der(Asn1.sequence(new ASN1Integer(modulus), new ASN1Integer(F4))))));
        cases.bad(
                "internal.rsa-size",
                key(FixtureKeys.rsa(modulus.shiftRight(1024).setBit(0), F4)));
        cases.good("internal.rsa-size", key(FixtureKeys.RSA));
        cases.bad("rfc8017.rsa-exponent", key(FixtureKeys.rsa(modulus, BigInteger.ONE)));
        cases.bad("rfc8017.rsa-exponent", key(FixtureKeys.rsa(modulus, BigInteger.valueOf(65538))));
        cases.good("rfc8017.rsa-exponent", key(FixtureKeys.rsa(modulus, BigInteger.valueOf(3))));
        cases.bad("fips186.rsa-exponent-range", key(FixtureKeys.rsa(modulus, BigInteger.valueOf(3))));
        cases.bad(
                "fips186.rsa-exponent-range",
                key(FixtureKeys.rsa(modulus, BigInteger.ONE.shiftLeft(256).setBit(0))));
        cases.bad("sp800-89.rsa-small-factors", key(FixtureKeys.rsa(modulus.multiply(BigInteger.valueOf(751)), F4)));
        cases.good("sp800-89.rsa-small-factors", key(FixtureKeys.RSA));
        BigInteger prime = BigInteger.ONE.shiftLeft(511).nextProbablePrime();
        cases.bad("internal.rsa-close-primes", key(FixtureKeys.rsa(prime.multiply(prime.nextProbablePrime()), F4)));
        cases.bad("internal.rsa-close-primes", key(FixtureKeys.rsa(prime.multiply(prime), F4)));
        cases.good("internal.rsa-close-primes", key(FixtureKeys.RSA));
    }

    private static void others(RuleCases cases) {
        byte[] server = Fixtures.server().der();
        byte[] bits = Asn1.raw(0x03, 0x42, 0x00, 0x04);
        cases.bad(
                "rfc5280.key-bits-whole",
                Asn1.patch(server, bits, Asn1.raw(0x03, 0x42, 0x01, 0x04)),
                LintContext.internal());
        cases.bad("fips204.key-length", key(FixtureKeys.of(Oid.NIST_SIGNATURES + 17, 1311)));
        cases.bad("fips204.key-length", key(FixtureKeys.of(Oid.ED25519, 33)));
        cases.good("fips204.key-length", key(FixtureKeys.of(Oid.NIST_SIGNATURES + 19, 2592)));
        ASN1Encodable p224 = Asn1.algorithm(Oid.EC_PUBLIC_KEY, Asn1.oid("1.3.132.0.33"));
        cases.bad("internal.ec-curve", key(FixtureKeys.of(p224, new byte[57])));
        cases.bad(
                "internal.ec-curve",
                key(FixtureKeys.of(Asn1.algorithm(Oid.EC_PUBLIC_KEY, Asn1.sequence()), new byte[65])));
        cases.good("internal.ec-curve", key(FixtureKeys.P384));
        cases.bad(
                "rfc5480.ec-point", Asn1.patch(server, bits, Asn1.raw(0x03, 0x42, 0x00, 0x05)), LintContext.internal());
        ASN1Encodable p256 = Asn1.algorithm(Oid.EC_PUBLIC_KEY, Asn1.oid(Oid.P256));
        cases.bad("rfc5480.ec-point", key(FixtureKeys.of(p256, new byte[33])));
    }
}
