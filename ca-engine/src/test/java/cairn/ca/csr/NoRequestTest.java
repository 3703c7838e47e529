package cairn.ca.csr;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Pem;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that people hand in by mistake: each is called by its name, under a code that stays. */
final class NoRequestTest {
    private static final X500Name NAME = new X500Name("CN=x");
    private static byte[] certificate;
    private static byte[] list;
    private static byte[] store;
    private static byte[] request;
    private static KeyPair pair;

    @BeforeAll
    static void makeFiles() throws Exception {
        pair = SampleRequests.pair("secp256r1");
        request = SampleRequests.request(pair, "SHA256withECDSA", NAME);
        ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
        Date now = Date.from(Instant.parse("2026-06-01T00:00:00Z"));
        certificate = new X509v3CertificateBuilder(
                        NAME,
                        BigInteger.ONE,
                        now,
                        now,
                        NAME,
                        SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
                .build(signer)
                .getEncoded();
        list = new X509v2CRLBuilder(NAME, now).build(signer).getEncoded();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        X509Certificate holder =
                new JcaX509CertificateConverter().getCertificate(new X509CertificateHolder(certificate));
        keys.setKeyEntry("x", pair.getPrivate(), "secret".toCharArray(), new X509Certificate[] {holder});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        keys.store(out, "secret".toCharArray());
        store = out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "empty           | request.empty      | The file is empty. Have the requester send it again.",
                "certificate     | request.other-kind | This is a certificate, not a certificate request. A renewal needs",
                "certificate.pem | request.other-kind | This is a certificate, not a certificate request. A renewal needs",
                "list            | request.other-kind | This is a certificate revocation list, not a certificate request. It says",
                "list.pem        | request.other-kind | This is a certificate revocation list, not a certificate request. It says",
                "store           | request.other-kind | This is a PKCS#12 key store, not a certificate request. It may hold a private",
                "public          | request.other-kind | This is a public key, not a certificate request. It does not show",
                "json            | request.other-kind | This is a JSON document, not a certificate request. If it is a profile",
                "zip             | request.other-kind | This is a zip archive, not a certificate request. Unpack it",
                "text            | request.malformed  | This is a text without '-----BEGIN CERTIFICATE REQUEST-----', not a",
                "words           | request.malformed  | This is a text without '-----BEGIN CERTIFICATE REQUEST-----', not a",
                "png             | request.malformed  | This is an image (PNG), not a certificate request. Ask the owner",
                "jpeg            | request.malformed  | This is an image (JPEG), not a certificate request. Ask the owner",
                "gif             | request.malformed  | This is an image (GIF), not a certificate request. Ask the owner",
                "pdf             | request.malformed  | This is a PDF document, not a certificate request. Ask the owner",
                "zeros           | request.malformed  | This is not a well-formed certification request:",
                "latin           | request.malformed  | This is not a well-formed certification request:",
                "cut             | request.malformed  | This is not a well-formed certification request:",
                "cut.pem         | request.malformed  | This is not a well-formed certification request:",
                "key             | request.private-key | The file holds a private key, and that key is in the open now:",
                "key.pem         | request.private-key | The file holds a private key, and that key is in the open now:"
            })
    void eachIsCalledByItsName(String file, String code, String words) {
        RequestRefusedException refusal =
                assertThrows(RequestRefusedException.class, () -> RequestReader.read(content(file)));
        assertEquals(code, refusal.rule());
        assertTrue(refusal.words().startsWith(words), refusal.words());
        assertEquals(code.equals("request.private-key"), refusal instanceof RequestRefusedException.PrivateKeyGiven);
        assertFalse(refusal.where().isBlank());
    }

    @Test
    void aDisclosedKeyIsToBeReplaced() {
        RequestRefusedException refusal =
                assertThrows(RequestRefusedException.class, () -> RequestReader.read(content("key")));
        assertInstanceOf(RequestRefusedException.PrivateKeyGiven.class, refusal);
        for (String part : new String[] {"has not been kept", "make a new one", "revoked"}) {
            assertTrue(refusal.words().contains(part), refusal.words());
        }
    }

    private static byte[] content(String file) {
        return switch (file) {
            case "empty" -> new byte[0];
            case "certificate" -> certificate;
            case "certificate.pem" -> pem("CERTIFICATE", certificate);
            case "list" -> list;
            case "list.pem" -> pem("X509 CRL", list);
            case "store" -> store;
            case "public" -> pem("PUBLIC KEY", pair.getPublic().getEncoded());
            case "json" -> "{\"name\": 1}".getBytes(UTF_8);
            case "zip" -> octets("504B0304");
            case "text" -> "Dear all,\r\n\tplease find attached æøå.\f\n".getBytes(UTF_8);
            case "words" -> "0 1 2".getBytes(UTF_8);
            case "png" -> octets("89504E470D0A1A0A0000");
            case "jpeg" -> octets("FFD8FFE0");
            case "gif" -> octets("474946383961");
            case "pdf" -> "%PDF-1.7".getBytes(UTF_8);
            case "zeros" -> new byte[40];
            case "latin" -> "caf\u00E9".getBytes(ISO_8859_1);
            case "cut" -> Arrays.copyOf(request, request.length - 20);
            case "cut.pem" -> pem("CERTIFICATE REQUEST", Arrays.copyOf(request, request.length - 20));
            case "key" -> pair.getPrivate().getEncoded();
            case "key.pem" -> pem("PRIVATE KEY", pair.getPrivate().getEncoded());
            default -> throw new IllegalArgumentException(file);
        };
    }

    private static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] pem(String label, byte[] der) {
        return Pem.write(label, der).getBytes(ISO_8859_1);
    }
}
