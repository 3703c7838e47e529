package cairn.ca.validation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.csr.KeyRules;
import cairn.ca.x509.ConformanceData;
import cairn.ca.x509.Pem;
import cairn.ca.x509.Verdict;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;

/** Files that were built to crash, to fill the memory or to keep the computer busy: answered at once. The limit only guards against a hang. */
final class HostileFileTest {
    private static final Duration GUARD = Duration.ofSeconds(30);
    private static final AlgorithmIdentifier RSA_SHA256 =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);
    private final Inspector inspector = new Inspector(
            InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z")),
            KeyRules.standard().policy());

    private Inspection inspect(byte[] file) {
        Supplier<Inspection> inspection = () -> inspector.inspect(file);
        return assertTimeoutPreemptively(GUARD, inspection::get);
    }

    @Test
    void deepNestingIsNotFollowed() {
        for (int second : new int[] {0x80, 0x82}) {
            byte[] deep = new byte[100_000];
            for (int i = 0; i + 4 <= deep.length; i += second == 0x80 ? 2 : 4) {
                deep[i] = 0x30;
                deep[i + 1] = (byte) second;
            }
            assertEquals(Verdict.REJECT, inspect(deep).verdict());
        }
        byte[] brackets = "[".repeat(200_000).getBytes(ISO_8859_1);
        assertEquals(FileKind.JSON, inspect(brackets).kind());
    }

    @Test
    void aLengthOfFourGigabytesAllocatesNothing() {
        assertEquals(
                Verdict.REJECT,
                inspect(new byte[] {0x30, (byte) 0x84, -1, -1, -1, -1}).verdict());
        assertEquals(
                Verdict.REJECT,
                inspect(new byte[] {0x30, (byte) 0x88, 127, -1, -1, -1, -1, -1, -1, -1})
                        .verdict());
    }

    @Test
    void aHugeExponentOrSerialNumberCostsNothing() throws IOException {
        BigInteger modulus =
                new BigInteger(60_000, new Random(1)).setBit(59_999).setBit(0);
        byte[] key = certificate(BigInteger.ONE, modulus, modulus.subtract(BigInteger.TWO));
        Inspection inspection = inspect(key);
        assertEquals(FileKind.CERTIFICATE, inspection.kind());
        assertEquals(Verdict.REJECT, inspection.verdict());
        byte[] serial = certificate(BigInteger.ONE.shiftLeft(4_000_000), BigInteger.valueOf(15), BigInteger.valueOf(3));
        assertEquals(
                "certificate.malformed", inspect(serial).findings().getFirst().code());
    }

    /** Self-issued, so that its signature is tried with its own key. */
    private static byte[] certificate(BigInteger serial, BigInteger modulus, BigInteger exponent) throws IOException {
        X500Name name = new X500Name("CN=x");
        ASN1EncodableVector tbs = new ASN1EncodableVector();
        tbs.add(new DERTaggedObject(true, 0, new ASN1Integer(2)));
        tbs.add(new ASN1Integer(serial));
        tbs.add(RSA_SHA256);
        tbs.add(name);
        tbs.add(sequence(new DERUTCTime("260101000000Z"), new DERUTCTime("360101000000Z")));
        tbs.add(name);
        tbs.add(new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                sequence(new ASN1Integer(modulus), new ASN1Integer(exponent))));
        ASN1EncodableVector certificate = new ASN1EncodableVector();
        certificate.add(new DERSequence(tbs));
        certificate.add(RSA_SHA256);
        certificate.add(new DERBitString(new byte[256]));
        return new DERSequence(certificate).getEncoded("DER");
    }

    private static DERSequence sequence(ASN1Encodable... elements) {
        ASN1EncodableVector vector = new ASN1EncodableVector();
        vector.addAll(elements);
        return new DERSequence(vector);
    }

    @Test
    void thousandsOfCertificatesOfOneNameAreNotHeldAgainstEachOther() {
        String one = new String(ConformanceData.bytes("malformed/inputs/40-ca.pem"), ISO_8859_1);
        byte[] many = one.repeat(1_000).getBytes(ISO_8859_1);
        Inspection inspection = inspect(many);
        assertTrue(inspection.findings().stream().anyMatch(f -> f.code().equals("file.many")));
        assertTrue(inspection.contents().size() <= 500);
    }

    @Test
    void textThatNeverEndsIsReadOnce() {
        assertEquals(
                Verdict.REJECT,
                inspect("-----BEGIN X-----\n".repeat(200_000).getBytes(ISO_8859_1))
                        .verdict());
        assertEquals(
                Verdict.REJECT,
                inspect(("-----BEGIN CERTIFICATE-----\n" + "a:\n".repeat(500_000)).getBytes(ISO_8859_1))
                        .verdict());
        byte[] newlines = new byte[4 << 20];
        Arrays.fill(newlines, (byte) '\n');
        assertEquals(FileKind.UNKNOWN, inspect(newlines).kind());
        assertEquals(Verdict.REJECT, inspect(new byte[Inspector.MAX_BYTES + 1]).verdict());
    }

    @Test
    void aListWithManyExtensionsIsRefused() throws IOException {
        ASN1EncodableVector all = new ASN1EncodableVector();
        for (int i = 0; i < 3_000; i++) {
            all.add(sequence(
                    new ASN1ObjectIdentifier("1.2.3." + i), ASN1Boolean.TRUE, new DEROctetString(new byte[] {5, 0})));
        }
        ASN1EncodableVector tbs = new ASN1EncodableVector();
        tbs.add(new ASN1Integer(1));
        tbs.add(RSA_SHA256);
        tbs.add(new X500Name("CN=x"));
        tbs.add(new DERUTCTime("260101000000Z"));
        tbs.add(new DERTaggedObject(true, 0, new DERSequence(all)));
        ASN1EncodableVector list = new ASN1EncodableVector();
        list.add(new DERSequence(tbs));
        list.add(RSA_SHA256);
        list.add(new DERBitString(new byte[256]));
        Inspection inspection = inspect(
                Pem.write("X509 CRL", new DERSequence(list).getEncoded("DER")).getBytes(ISO_8859_1));
        assertEquals("crl.malformed", inspection.findings().getFirst().code());
    }
}
