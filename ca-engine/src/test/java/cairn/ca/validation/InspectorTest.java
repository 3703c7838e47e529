package cairn.ca.validation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.csr.KeyRules;
import cairn.ca.csr.SampleRequests;
import cairn.ca.x509.CertificateListOutline;
import cairn.ca.x509.ConformanceData;
import cairn.ca.x509.Finding;
import cairn.ca.x509.Pem;
import cairn.ca.x509.Verdict;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;

/** Any file gets a kind, a verdict and words, and no file gets an exception. */
final class InspectorTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Inspector INSPECTOR =
            new Inspector(InstantSource.fixed(NOW), KeyRules.standard().policy());

    @Property(tries = 500)
    void noiseIsRejected(@ForAll @Size(min = 1, max = 300) byte[] noise) {
        Inspection inspection = INSPECTOR.inspect(noise);
        assertFalse(inspection.findings().isEmpty());
    }

    @Test
    void aCertificateIsDescribedInWords() {
        Inspection inspection = INSPECTOR.inspect(ConformanceData.bytes("malformed/inputs/40-ca.pem"));
        Description ca = inspection.contents().getFirst();
        assertEquals("Certificate of an authority: CN=Bad-input test CA", ca.title());
        assertEquals("EC P-256", ca.value("Key").orElseThrow());
        assertEquals(
                "2036-11-21 00:00:00 UTC (in 3647 days)",
                ca.value("Valid until").orElseThrow());
        assertEquals(
                "(critical) signing certificates, signing revocation lists",
                ca.value("keyUsage").orElseThrow());
        assertEquals(
                "(critical) a certificate authority, no limit below",
                ca.value("basicConstraints").orElseThrow());
        assertEquals(64, ca.value("SHA-256").orElseThrow().length());
    }

    @Test
    void theListOfAKnownIssuerIsVerified() throws Exception {
        byte[] ca = ConformanceData.bytes("malformed/inputs/40-ca.pem");
        byte[] list = ConformanceData.bytes("malformed/inputs/41-crl-number-5.crl.pem");
        byte[] both = (new String(list, ISO_8859_1) + new String(ca, ISO_8859_1)).getBytes(ISO_8859_1);
        Inspection inspection = INSPECTOR.inspect(both);
        assertEquals(Verdict.ACCEPT, inspection.verdict(), inspection::toString);
        assertFalse(codes(inspection).contains("crl.signature-not-checked"));
        byte[] der = Pem.read(list).getFirst().content();
        der[der.length - 1] ^= 1;
        Inspection changed =
                INSPECTOR.inspect((Pem.write("X509 CRL", der) + new String(ca, ISO_8859_1)).getBytes(ISO_8859_1));
        assertTrue(codes(changed).contains("crl.signature"));
    }

    @Test
    void theTimeOfAListCountsAndTheClockIsMentioned() {
        byte[] list = ConformanceData.bytes("malformed/inputs/41-crl-number-5.crl.pem");
        for (Map.Entry<String, String> at : Map.of(
                        "2026-01-01T00:00:00Z", "crl.future", "2027-03-01T00:00:00Z", "crl.expired")
                .entrySet()) {
            Inspector other = new Inspector(
                    InstantSource.fixed(Instant.parse(at.getKey())),
                    KeyRules.standard().policy());
            Finding finding = other.inspect(list).findings().getFirst();
            assertEquals(at.getValue(), finding.code());
            assertTrue(finding.words().contains("days") && finding.words().contains("clock"), finding.words());
        }
    }

    @Test
    void aPrivateKeyIsNamedAndErased() throws Exception {
        KeyPair pair = SampleRequests.pair("secp256r1");
        byte[] text = Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded()).getBytes(ISO_8859_1);
        Inspection inspection = INSPECTOR.inspect(text);
        assertEquals(FileKind.PRIVATE_KEY, inspection.kind());
        assertEquals(Verdict.WARN, inspection.verdict());
        assertEquals("EC P-256", inspection.contents().getFirst().value("Key").orElseThrow());
        assertArrayEquals(new byte[text.length], text);
        byte[] der = pair.getPrivate().getEncoded();
        assertEquals(FileKind.PRIVATE_KEY, INSPECTOR.inspect(der).kind());
        assertArrayEquals(new byte[der.length], der);
    }

    @Test
    void otherFilesAreNamed() throws Exception {
        assertEquals(
                FileKind.PUBLIC_KEY,
                INSPECTOR
                        .inspect(SampleRequests.pair("RSA2048").getPublic().getEncoded())
                        .kind());
        assertEquals(
                FileKind.PROFILE,
                INSPECTOR.inspect(" {\"cairn-profile\":1".getBytes(ISO_8859_1)).kind());
        for (String document : new String[] {"{\"a\":1}", "[1]", "{\"name\":\"x\",\"kind\":\"y\",\"keys\":[]}"}) {
            Inspection other = INSPECTOR.inspect(document.getBytes(ISO_8859_1));
            assertEquals(FileKind.JSON, other.kind(), document);
            assertEquals("file.json", other.findings().getFirst().code());
        }
        assertEquals(
                FileKind.PROFILE,
                INSPECTOR
                        .inspect("{\"name\":1,\"kind\":1,\"keys\":1,\"subject\":1,\"validity\":1,\"extensions\":1}"
                                .getBytes(ISO_8859_1))
                        .kind());
        assertEquals(FileKind.EMPTY, INSPECTOR.inspect(new byte[0]).kind());
        Inspection wide =
                INSPECTOR.inspect(Pem.write("CERTIFICATE", new byte[9]).getBytes(UTF_16LE));
        assertTrue(wide.findings().getFirst().words().contains("UTF-16"), wide::toString);
        Inspector withReader = new Inspector(
                InstantSource.fixed(NOW),
                KeyRules.standard().policy(),
                json -> List.of(Finding.error("profile.x", "RFC 8259", "line 1", "No.")));
        assertEquals(
                Verdict.REJECT,
                withReader.inspect("{\"cairn-profile\":1}".getBytes(ISO_8859_1)).verdict());
    }

    @Test
    void aListOfAHundredThousandEntriesIsRead() throws Exception {
        byte[] big = list(2, 100_000);
        CertificateListOutline outline = CertificateListOutline.read(big);
        assertEquals(100_000, outline.entries());
        Inspection inspection = INSPECTOR.inspect(big);
        assertEquals(
                "100000",
                inspection.contents().getFirst().value("Revoked certificates").orElseThrow());
    }

    @Test
    void aReplacementIsJudged() throws Exception {
        CertificateListOutline first = CertificateListOutline.read(list(5, 3));
        assertEquals(List.of(), RevocationListReplacement.objections(first, CertificateListOutline.read(list(6, 4))));
        assertEquals(List.of("crl.entries-gone"), objections(first, list(6, 2)));
        assertEquals(List.of("crl.number-twice"), objections(first, list(5, 4)));
        assertEquals(List.of("crl.number-went-back"), objections(first, list(4, 4)));
    }

    private static List<String> objections(CertificateListOutline first, byte[] second) throws Exception {
        return RevocationListReplacement.objections(first, CertificateListOutline.read(second)).stream()
                .map(Finding::code)
                .toList();
    }

    private static byte[] list(int number, int entries) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        X509v2CRLBuilder builder = new X509v2CRLBuilder(new X500Name("CN=issuer"), Date.from(NOW.minusSeconds(60)));
        builder.setNextUpdate(Date.from(NOW.plusSeconds(86400)));
        for (int i = 1; i <= entries; i++) {
            builder.addCRLEntry(BigInteger.valueOf(i), Date.from(NOW), 1);
        }
        builder.addExtension(Extension.cRLNumber, false, new ASN1Integer(number));
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                .getEncoded();
    }

    private static List<String> codes(Inspection inspection) {
        return inspection.findings().stream().map(Finding::code).toList();
    }
}
