package cairn.ca.validation;

import static cairn.ca.validation.Issuer.NOW;
import static cairn.ca.validation.Issuer.add;
import static cairn.ca.validation.Issuer.codes;
import static cairn.ca.validation.Issuer.inspectorAt;
import static cairn.ca.validation.Issuer.pem;
import static cairn.ca.validation.Issuer.shown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.csr.SampleRequests;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Tlv;
import cairn.ca.x509.Verdict;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about a certificate: every finding with clause and place, and its extensions in words. */
final class CertificateFindingsTest {
    private static Issuer issuer;

    @BeforeAll
    static void makeAnIssuer() throws Exception {
        issuer = Issuer.of("CN=issuer");
    }

    private static Inspection inspect(Certificate certificate, Certificate... issuers) {
        return inspectorAt(NOW).inspect(certificate.encoded(), InspectionContext.NONE.withIssuers(List.of(issuers)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-26T12:00:01Z, 2026-12-26T12:00:00Z, WARNING | certificate.not-yet-valid | RFC 5280 section 4.1.2.5 | the file; notBefore",
        "2026-11-26T12:00:00Z, 2026-12-26T12:00:00Z, ''",
        "2025-11-26T12:00:00Z, 2026-11-26T12:00:00Z, ''",
        "2025-11-26T12:00:00Z, 2026-11-26T11:59:59Z, WARNING | certificate.expired | RFC 5280 section 4.1.2.5 | the file; notAfter"
    })
    void validityIsJudgedToTheSecond(Instant start, Instant end, String finding) throws Exception {
        Certificate certificate = issuer.certificate(BigInteger.TWO, start, end, untouched -> {});
        assertEquals(
                finding.isEmpty() ? List.of() : List.of(finding.replace(';', ',')),
                shown(inspect(certificate, issuer.certificate())));
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "-1, true",
        "1, false",
        "730750818665451459101842416358141509827966271487, false",
        "730750818665451459101842416358141509827966271488, true"
    })
    void serialNumbersOutsideOfTheStandardAreShown(BigInteger serial, boolean odd) throws Exception {
        Inspection inspection = inspect(issuer.certificate(serial, untouched -> {}), issuer.certificate());
        assertEquals(
                odd
                        ? List.of("WARNING | certificate.serial | RFC 5280 section 4.1.2.2 | the file, serialNumber")
                        : List.of(),
                shown(inspection));
        assertEquals(
                serial.toString(16),
                inspection.contents().getFirst().value("Serial number").orElseThrow());
    }

    @Test
    void criticalExtensionsThatNobodyKnowsAreNamed() throws Exception {
        ASN1ObjectIdentifier odd = new ASN1ObjectIdentifier("1.2.3.4");
        Certificate critical = issuer.certificate(BigInteger.TWO, b -> add(b, odd, true, DERNull.INSTANCE));
        Certificate harmless = issuer.certificate(BigInteger.TWO, b -> add(b, odd, false, DERNull.INSTANCE));
        Certificate known = issuer.certificate(
                BigInteger.TWO, b -> add(b, Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)));
        assertEquals(
                List.of("WARNING | certificate.unknown-critical | RFC 5280 section 4.2 | the file, 1.2.3.4"),
                shown(inspect(critical, issuer.certificate())));
        assertEquals(Verdict.ACCEPT, inspect(harmless, issuer.certificate()).verdict());
        assertEquals(Verdict.ACCEPT, inspect(known, issuer.certificate()).verdict());
    }

    @Test
    void theSignatureIsHeldAgainstEveryIssuerOfTheName() throws Exception {
        Certificate certificate = issuer.certificate(BigInteger.TWO, untouched -> {});
        Certificate twin = Issuer.of("CN=issuer").certificate();
        assertEquals(List.of(), codes(inspect(certificate)), "nothing is known, nothing is said");
        assertEquals(List.of(), codes(inspect(certificate, Issuer.of("CN=other").certificate())));
        assertEquals(List.of(), codes(inspect(certificate, twin, issuer.certificate())));
        assertEquals(
                List.of("ERROR | certificate.signature | RFC 5280 section 6.1.3 | the file, signatureValue"),
                shown(inspect(certificate, twin)));
    }

    @Test
    void aSelfIssuedCertificateIsItsOwnIssuer() throws Exception {
        assertEquals(List.of(), codes(inspect(issuer.certificate())));
        byte[] changed = issuer.certificate().encoded();
        changed[changed.length - 1] ^= 1;
        assertEquals(List.of("certificate.signature"), codes(inspectorAt(NOW).inspect(changed)));
    }

    @Test
    void aCertificateOfKeyRolloverIsNotTakenForABrokenOne() throws Exception {
        KeyPair old = SampleRequests.pair("secp256r1");
        JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
        Certificate rollover = rollover(old, ids.createAuthorityKeyIdentifier(old.getPublic()));
        assertEquals(List.of(), codes(inspect(rollover)));
        assertEquals(
                List.of("certificate.signature"),
                codes(inspect(rollover, Issuer.of("CN=issuer").certificate())));
        Certificate claimsItself =
                rollover(old, ids.createAuthorityKeyIdentifier(issuer.key().getPublic()));
        assertEquals(List.of("certificate.signature"), codes(inspect(claimsItself)));
    }

    private static Certificate rollover(KeyPair signer, ASN1Encodable authorityKey) throws Exception {
        X500Name name = new X500Name("CN=issuer");
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.TWO,
                Date.from(NOW.minusSeconds(60)),
                Date.from(NOW.plusSeconds(60)),
                name,
                issuer.key().getPublic());
        add(
                builder,
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils()
                        .createSubjectKeyIdentifier(issuer.key().getPublic()));
        add(builder, Extension.authorityKeyIdentifier, false, authorityKey);
        return Certificate.ofDer(
                builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate()))
                        .getEncoded());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.5.29.17 | subjectAltName | 30058203612E62 | DNS a.b",
                "2.5.29.17 | subjectAltName | 300A8203612E628103614062 | DNS a.b, mail a@b",
                "2.5.29.17 | subjectAltName | 30058603753A78 | URI u:x",
                "2.5.29.17 | subjectAltName | 300687040A000001 | IP 10.0.0.1",
                "2.5.29.17 | subjectAltName | 3012871020010DB8000000000000000000000001 | IP 2001:db8::1",
                "2.5.29.17 | subjectAltName | 300588032A0304 | object 1.2.3.4",
                "2.5.29.17 | subjectAltName | 300BA00906032A0304A0020500 | other name 1.2.3.4",
                "2.5.29.17 | subjectAltName | 3010A40E300C310A300806035504030C0141 | name CN=A",
                "2.5.29.18 | issuerAltName | 30058203612E62 | DNS a.b",
                "2.5.29.19 | basicConstraints | 3000 | not a certificate authority",
                "2.5.29.19 | basicConstraints | 30030101FF | a certificate authority, no limit below",
                "2.5.29.19 | basicConstraints | 30060101FF020103 | a certificate authority, at most 3 authorities below",
                "2.5.29.15 | keyUsage | 03020780 | digital signatures",
                "2.5.29.15 | keyUsage | 030206C0 | digital signatures, commitments that cannot be denied",
                "2.5.29.15 | keyUsage | 03020430 | encryption of keys, encryption of data",
                "2.5.29.15 | keyUsage | 030307098"
                        + "0 | key agreement, key agreement for encryption only, key agreement for decryption only",
                "2.5.29.15 | keyUsage | 03020106 | signing certificates, signing revocation lists",
                "2.5.29.37 | extKeyUsage | 301406082B0601050507030106082B06010505070302 | TLS server, TLS client",
                "2.5.29.37 | extKeyUsage | 300606045" + "51D2500 | any purpose",
                "2.5.29.37 | extKeyUsage | 300506032A0304 | 1.2.3.4",
                "2.5.29.14 | subjectKeyIdentifier | 0402AABB | aabb",
                "2.5.29.35 | authorityKeyIdentifier | 30048002AABB | aabb",
                "2.5.29.35 | authorityKeyIdentifier | 300AA1058203612E62820105 | by issuer and serial number",
                "2.5.29.32 | certificatePolicies | 300E300506032A0304300506032A0305 | 1.2.3.4, 1.2.3.5",
                "2.5.29.30 | nameConstraints | 3009A00730058203612E62 | permitted: DNS a.b; excluded: nothing said",
                "2.5.29.30 | nameConstraints | 3009A10730058203612E62 | permitted: nothing said; excluded: DNS a.b",
                "2.5.29.30 | nameConstraints | 300EA00C300A87080A000000FF000000 | permitted: IP 10.0.0.0/255.0.0.0; excluded: nothing said",
                "1.2.3.4 | 1.2.3.4 | 0500 | 2 octets"
            })
    void extensionsAreSaidInWords(String oid, String title, String hex, String words) throws Exception {
        ASN1Encodable value = ASN1Primitive.fromByteArray(HexFormat.of().parseHex(hex));
        for (boolean critical : new boolean[] {false, true}) {
            Certificate certificate =
                    issuer.certificate(BigInteger.TWO, b -> add(b, new ASN1ObjectIdentifier(oid), critical, value));
            Inspection inspection = inspect(certificate);
            assertEquals(
                    (critical ? "(critical) " : "") + words,
                    inspection.contents().getFirst().value(title).orElseThrow());
        }
    }

    @Test
    void theFactsOfACertificateAreThere() throws Exception {
        Certificate certificate = issuer.certificate(new BigInteger("ABCDEF", 16), untouched -> {});
        Description said = inspect(certificate).contents().getFirst();
        assertEquals("Certificate: CN=subject", said.title());
        assertEquals("CN=issuer", said.value("Issuer").orElseThrow());
        assertEquals("abcdef", said.value("Serial number").orElseThrow());
        assertEquals("3", said.value("Version").orElseThrow());
        assertEquals(
                "2026-11-25 12:00:00 UTC (24 hours ago)",
                said.value("Valid from").orElseThrow());
        assertEquals(
                "2026-12-06 12:00:00 UTC (in 10 days)",
                said.value("Valid until").orElseThrow());
        assertEquals("EC P-256", said.value("Key").orElseThrow());
        assertEquals("ecdsa-sha256", said.value("Signed with").orElseThrow());
        assertEquals(certificate.fingerprint().hex(), said.value("SHA-256").orElseThrow());
        assertEquals(
                certificate.publicKey().fingerprint().hex(),
                said.value("Key SHA-256").orElseThrow());
        assertTrue(said.value("No such label").isEmpty());
        Description root = inspect(issuer.certificate()).contents().getFirst();
        assertEquals("CN=issuer (the same name)", root.value("Issuer").orElseThrow());
        Certificate endless =
                issuer.certificate(BigInteger.TWO, NOW, Instant.parse("9999-12-31T23:59:59Z"), untouched -> {});
        assertEquals(
                "no end (9999-12-31)",
                inspect(endless).contents().getFirst().value("Valid until").orElseThrow());
    }

    @Test
    void manyNamesAreCutAndCounted() throws Exception {
        byte[][] names = new byte[53][];
        Arrays.fill(names, HexFormat.of().parseHex("8203612E62"));
        byte[] all = Tlv.sequence(names);
        Certificate certificate = issuer.certificate(BigInteger.TWO, b -> {
            try {
                b.addExtension(Extension.subjectAlternativeName, false, all);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        String said = inspect(certificate)
                .contents()
                .getFirst()
                .value("subjectAltName")
                .orElseThrow();
        assertTrue(said.endsWith("DNS a.b and 3 more"), said);
        assertEquals(50, said.split(", ").length);
    }

    @Test
    void aWeakKeyOfACertificateWarns() throws Exception {
        KeyPair weak = SampleRequests.pair("RSA1024");
        X500Name name = new X500Name("CN=weak");
        byte[] der = new JcaX509v3CertificateBuilder(
                        name, BigInteger.ONE, Date.from(NOW), Date.from(NOW), name, weak.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(weak.getPrivate()))
                .getEncoded();
        Inspection inspection = inspectorAt(NOW).inspect(pem("CERTIFICATE", der));
        assertEquals(List.of("key.rsa-size"), codes(inspection));
        assertEquals(Verdict.WARN, inspection.verdict());
        assertEquals("RSA 1024", inspection.contents().getFirst().value("Key").orElseThrow());
        assertFalse(inspection.contents().getFirst().title().contains("authority"));
    }
}
