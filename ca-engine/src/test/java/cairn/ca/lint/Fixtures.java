package cairn.ca.lint;

import cairn.ca.lint.view.Oid;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;

/** Certificates to which no rule may object; tests break one piece of them. */
final class Fixtures {
    private static final byte[] ISSUER_ID = FixtureKeys.identifier(FixtureKeys.P384);

    private Fixtures() {}

    static ASN1Encodable aki() {
        return Asn1.sequence(Asn1.implicit(0, new DEROctetString(ISSUER_ID)));
    }

    static ASN1Encodable usage(int... octets) {
        byte[] bits = new byte[octets.length - 1];
        for (int i = 1; i < octets.length; i++) {
            bits[i - 1] = (byte) octets[i];
        }
        return new DERBitString(bits, octets[0]);
    }

    static ASN1Encodable digitalSignature() {
        return usage(7, 0x80);
    }

    static ASN1Encodable certAndCrlSign() {
        return usage(1, 0x06);
    }

    static ASN1Encodable purposes(String... oids) {
        ASN1Encodable[] list = new ASN1Encodable[oids.length];
        for (int i = 0; i < oids.length; i++) {
            list[i] = Asn1.oid(oids[i]);
        }
        return new DERSequence(list);
    }

    static ASN1Encodable dns(String... names) {
        ASN1Encodable[] list = new ASN1Encodable[names.length];
        for (int i = 0; i < names.length; i++) {
            list[i] = Asn1.general(2, names[i]);
        }
        return new DERSequence(list);
    }

    static ASN1Encodable points(String uri) {
        return Asn1.sequence(Asn1.sequence(Asn1.explicit(0, Asn1.implicit(0, Asn1.sequence(Asn1.general(6, uri))))));
    }

    static ASN1Encodable access(String method, String uri) {
        return Asn1.sequence(Asn1.sequence(Asn1.oid(method), Asn1.general(6, uri)));
    }

    /** A TLS server under the intermediate. */
    static CertificateFixture server() {
        return new CertificateFixture()
                .subject(new X500Name("CN=www.example.org,O=Example,C=CH"))
                .extension(Oid.AUTHORITY_KEY_IDENTIFIER, false, aki())
                .extension(
                        Oid.SUBJECT_KEY_IDENTIFIER, false, new DEROctetString(FixtureKeys.identifier(FixtureKeys.P256)))
                .extension(Oid.KEY_USAGE, true, digitalSignature())
                .extension(Oid.BASIC_CONSTRAINTS, true, new DERSequence())
                .extension(Oid.EXT_KEY_USAGE, false, purposes(Oid.KP_SERVER_AUTH, Oid.KP_CLIENT_AUTH))
                .extension(Oid.SUBJECT_ALT_NAME, false, dns("www.example.org", "*.example.org"))
                .extension(
                        Oid.CERTIFICATE_POLICIES, false, Asn1.sequence(Asn1.sequence(Asn1.oid("1.3.6.1.4.1.99999.1"))))
                .extension(Oid.CRL_DISTRIBUTION_POINTS, false, points("http://pki.example.org/issuing.crl"))
                .extension(
                        Oid.AUTHORITY_INFO_ACCESS,
                        false,
                        access("1.3.6.1.5.5.7.48.2", "http://pki.example.org/issuing.cer"));
    }

    /** The intermediate itself, whose key is the P-384 one. */
    static CertificateFixture intermediate() {
        return new CertificateFixture()
                .issuer(new X500Name("CN=Root,O=Example"))
                .subject(new X500Name("CN=Issuing,O=Example"))
                .validity(new DERUTCTime("250101000000Z"), new DERUTCTime("350101000000Z"))
                .key(FixtureKeys.P384)
                .extension(
                        Oid.AUTHORITY_KEY_IDENTIFIER,
                        false,
                        Asn1.sequence(Asn1.implicit(0, new DEROctetString(FixtureKeys.identifier(FixtureKeys.RSA)))))
                .extension(Oid.SUBJECT_KEY_IDENTIFIER, false, new DEROctetString(ISSUER_ID))
                .extension(Oid.KEY_USAGE, true, certAndCrlSign())
                .extension(Oid.BASIC_CONSTRAINTS, true, Asn1.sequence(ASN1Boolean.TRUE, new ASN1Integer(0)));
    }

    /** The root above it, with the RSA key. */
    static CertificateFixture root() {
        return new CertificateFixture()
                .issuer(new X500Name("CN=Root,O=Example"))
                .subject(new X500Name("CN=Root,O=Example"))
                .serial(new BigInteger("4a9102030405060708090a0b0c0d0e0f10111213", 16))
                .validity(new DERUTCTime("200101000000Z"), new DERGeneralizedTime("20500101000000Z"))
                .key(FixtureKeys.RSA)
                .extension(
                        Oid.SUBJECT_KEY_IDENTIFIER, false, new DEROctetString(FixtureKeys.identifier(FixtureKeys.RSA)))
                .extension(Oid.KEY_USAGE, true, certAndCrlSign())
                .extension(Oid.BASIC_CONSTRAINTS, true, Asn1.sequence(ASN1Boolean.TRUE));
    }

    /** A Matter device attestation certificate. */
    static CertificateFixture matterDevice() {
        return new CertificateFixture()
                .issuer(Asn1.name(
                        Oid.COMMON_NAME, new DERUTF8String("PAI"), Oid.MATTER_VENDOR_ID, new DERUTF8String("FFF1")))
                .subject(Asn1.name(
                        Oid.COMMON_NAME, new DERUTF8String("DAC"),
                        Oid.MATTER_VENDOR_ID, new DERUTF8String("FFF1"),
                        Oid.MATTER_PRODUCT_ID, new DERUTF8String("8000")))
                .validity(new DERUTCTime("260101000000Z"), new DERGeneralizedTime("99991231235959Z"))
                .extension(Oid.BASIC_CONSTRAINTS, true, new DERSequence())
                .extension(Oid.KEY_USAGE, true, digitalSignature())
                .extension(
                        Oid.SUBJECT_KEY_IDENTIFIER, false, new DEROctetString(FixtureKeys.identifier(FixtureKeys.P256)))
                .extension(Oid.AUTHORITY_KEY_IDENTIFIER, false, aki());
    }

    /** The product attestation intermediate above it. */
    static CertificateFixture matterIntermediate() {
        return matterDevice()
                .issuer(Asn1.name(Oid.COMMON_NAME, new DERUTF8String("PAA")))
                .subject(Asn1.name(
                        Oid.COMMON_NAME, new DERUTF8String("PAI"), Oid.MATTER_VENDOR_ID, new DERUTF8String("FFF1")))
                .extension(Oid.BASIC_CONSTRAINTS, true, Asn1.sequence(ASN1Boolean.TRUE, new ASN1Integer(0)))
                .extension(Oid.KEY_USAGE, true, certAndCrlSign());
    }

    /** An IEEE 802.1AR device identifier. */
    static CertificateFixture deviceIdentifier() {
        ASN1Encodable module =
                Asn1.sequence(Asn1.oid("1.3.6.1.4.1.99999.2"), new DEROctetString(new byte[] {1, 2, 3, 4}));
        return new CertificateFixture()
                .validity(new DERUTCTime("260101000000Z"), new DERGeneralizedTime("99991231235959Z"))
                .extension(Oid.AUTHORITY_KEY_IDENTIFIER, false, aki())
                .extension(Oid.KEY_USAGE, true, digitalSignature())
                .extension(
                        Oid.SUBJECT_ALT_NAME,
                        false,
                        Asn1.sequence(Asn1.implicit(
                                0, Asn1.sequence(Asn1.oid(Oid.HARDWARE_MODULE_NAME), Asn1.explicit(0, module)))));
    }

    /** What issuance knows about the server's issuer. */
    static LintContext underIntermediate() {
        return LintContext.internal().issuedBy(intermediate().certificate());
    }

    /** An intermediate with one subtree; {@code list} 0 permits it, 1 excludes it (RFC 5280 section 4.2.1.10). */
    static CertificateFixture constrained(int list, ASN1Encodable... subtreeParts) {
        return intermediate()
                .extension(
                        Oid.NAME_CONSTRAINTS,
                        true,
                        Asn1.sequence(Asn1.implicit(list, Asn1.sequence(new DERSequence(subtreeParts)))));
    }
}
