package cairn.ca.csr;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Pem;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that should hold one request: it is found, or the file is refused with rule, clause and place. */
final class RequestReaderTest {
    private static final KeyPair PAIR = pair();
    private static final byte[] REQUEST = request();

    private static KeyPair pair() {
        try {
            return SampleRequests.pair("secp256r1");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] request() {
        try {
            return SampleRequests.request(PAIR, "SHA256withECDSA", new X500Name("CN=device-1"));
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRequestIsFoundInEitherFormAndAmongOtherText() throws Exception {
        String text = Pem.write("CERTIFICATE REQUEST", REQUEST);
        for (byte[] file : List.of(
                REQUEST,
                text.getBytes(ISO_8859_1),
                ("Certificate Request:\n    Data:\n" + text).getBytes(ISO_8859_1),
                text.replace("CERTIFICATE REQ", "NEW CERTIFICATE REQ").getBytes(ISO_8859_1),
                ("\u00EF\u00BB\u00BF" + text.replace("\n", "\r\n")).getBytes(ISO_8859_1))) {
            CertificationRequest request = RequestReader.read(file);
            assertArrayEquals(REQUEST, request.encoded());
            assertEquals("CN=device-1", request.subject().toString());
            assertArrayEquals(PAIR.getPublic().getEncoded(), request.publicKey().encoded());
            assertTrue(request.provesPossession());
            assertTrue(request.requestedExtensions().isEmpty());
        }
    }

    @Test
    void twoRequestsAreNotOne() {
        String text = Pem.write("CERTIFICATE REQUEST", REQUEST);
        RequestRefusedException refusal = refusal((text + text).getBytes(ISO_8859_1));
        assertEquals("request.several", refusal.rule());
        assertEquals("lines 1, 8", refusal.where());
    }

    @ParameterizedTest
    @CsvSource({"CERTIFICATE, request.label", "X509 CRL, request.label", "PUBLIC KEY, request.label"})
    void aWrongLabelIsNamed(String label, String rule) {
        RequestRefusedException refusal = refusal(Pem.write(label, REQUEST).getBytes(ISO_8859_1));
        assertEquals(rule, refusal.rule());
        assertTrue(refusal.words().contains("certification request"), refusal.words());
    }

    @Test
    void otherThingsAreNamed() throws Exception {
        RequestRefusedException key =
                refusal(Pem.write("PUBLIC KEY", PAIR.getPublic().getEncoded()).getBytes(ISO_8859_1));
        assertEquals("request.other-kind", key.rule());
        assertTrue(key.words().contains("a public key"), key.words());
        assertEquals("request.empty", refusal(new byte[0]).rule());
        assertEquals("request.malformed", refusal("hello".getBytes(ISO_8859_1)).rule());
        assertEquals(
                "request.size", refusal(new byte[RequestReader.MAX_BYTES + 1]).rule());
    }

    @Test
    void aPrivateKeyIsRefusedAndErased() {
        byte[] secret = PAIR.getPrivate().getEncoded();
        byte[] der = secret.clone();
        byte[] text =
                (Pem.write("CERTIFICATE REQUEST", REQUEST) + Pem.write("PRIVATE KEY", secret)).getBytes(ISO_8859_1);
        byte[] mislabelled = Pem.write("CERTIFICATE REQUEST", secret).getBytes(ISO_8859_1);
        for (byte[] file : List.of(der, text, mislabelled)) {
            RequestRefusedException refusal = refusal(file);
            assertInstanceOf(RequestRefusedException.PrivateKeyGiven.class, refusal);
            assertArrayEquals(new byte[file.length], file);
        }
    }

    @Test
    void damageNamesTheOffset() {
        byte[] cut = Arrays.copyOf(REQUEST, REQUEST.length - 20);
        assertEquals("offset 0", refusal(cut).where());
        byte[] longer = Arrays.copyOf(REQUEST, REQUEST.length + 3);
        RequestRefusedException refusal = refusal(longer);
        assertEquals("offset " + REQUEST.length, refusal.where());
        assertTrue(refusal.words().contains("3 bytes follow"), refusal.words());
        byte[] bitFlip = REQUEST.clone();
        bitFlip[4] ^= 0x40;
        assertFalse(refusal(bitFlip).where().isBlank());
    }

    @Test
    void theChallengePasswordIsNotShown() throws Exception {
        byte[] der = new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=x"), PAIR.getPublic())
                .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_challengePassword, new DERUTF8String("do-not-show"))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(PAIR.getPrivate()))
                .getEncoded();
        CertificationRequest request = CertificationRequest.ofDer(der);
        assertTrue(request.carriesChallengePassword());
        RequestReport report = RequestPolicy.standard().report(request);
        assertFalse((request + report.toString() + request.attributeTypes()).contains("do-not-show"));
        assertEquals("request.challenge-password", report.findings().getFirst().code());
    }

    @Test
    void extensionsThatAreRequestedTwiceAreRefused() throws Exception {
        Extension one =
                new Extension(new ASN1ObjectIdentifier("1.2.3.4"), false, new DEROctetString(new byte[] {5, 0}));
        byte[] der = new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=x"), PAIR.getPublic())
                .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, new DERSequence(one))
                .addAttribute(new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.1.14"), new DERSequence(one))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(PAIR.getPrivate()))
                .getEncoded();
        assertEquals("request.malformed", refusal(der).rule());
    }

    @Property(tries = 3000)
    void flippedBytesAreReadOrRefused(@ForAll @Size(min = 1, max = 3) List<Integer> places, @ForAll byte value) {
        byte[] der = REQUEST.clone();
        for (int place : places) {
            der[Math.floorMod(place, der.length)] = value;
        }
        try {
            RequestPolicy.standard().check(RequestReader.read(der));
        } catch (RequestRefusedException e) {
            assertFalse(e.rule().isBlank()
                    || e.clause().isBlank()
                    || e.where().isBlank()
                    || e.words().isBlank());
        }
    }

    @Property(tries = 500)
    void noiseIsRefused(@ForAll @Size(max = 200) byte[] noise) {
        assertThrows(RequestRefusedException.class, () -> RequestReader.read(noise));
    }

    private static RequestRefusedException refusal(byte[] file) {
        return assertThrows(RequestRefusedException.class, () -> RequestReader.read(file));
    }
}
