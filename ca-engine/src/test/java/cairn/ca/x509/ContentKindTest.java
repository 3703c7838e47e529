package cairn.ca.x509;

import static cairn.ca.x509.Tlv.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cairn.ca.csr.SampleRequests;
import cairn.testkit.ExternalTool;
import cairn.testkit.OpenSsl;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files are told apart by their outer shape, also where they are cut off. */
final class ContentKindTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "FEEDFEED00000002, JKS",
        "FEEDFE, UNKNOWN",
        "CECECECE00000002, JCEKS",
        "CECECE, UNKNOWN",
        "504B0304, ZIP",
        "504B0506, ZIP",
        "504B0102, UNKNOWN",
        "504B03, UNKNOWN",
        "7B, JSON",
        "5B, JSON",
        "EFBBBF7B, JSON",
        "200A0D097B, JSON",
        "EFBBBF200A5B, JSON",
        "EFBB7B, UNKNOWN",
        "2020, UNKNOWN",
        "22, UNKNOWN",
        "30030A0100, OCSP_RESPONSE",
        "30030A, UNKNOWN",
        "3000, UNKNOWN",
        "30, UNKNOWN",
        "300B06092A864886F70D010702, SIGNED_DATA",
        "300B06092A864886F70D010701, UNKNOWN",
        "300A06092A864886F70D0107, UNKNOWN",
        "3006020105020103, PUBLIC_KEY",
        "3009020100020105020103, UNKNOWN",
        "300F020100020105020103020107020109, UNKNOWN",
        "3012020100020105020103020107020109020102, PRIVATE_KEY",
        "301B020100020105020103020107020109020102020102020102020102, PRIVATE_KEY",
        "3006020101040155, PRIVATE_KEY",
        "300D020100300506032B6570040155, PRIVATE_KEY",
        "300D020100300506032B6570030155, UNKNOWN",
        "300A300506032B6570040155, ENCRYPTED_PRIVATE_KEY",
        "300A300506032B6570030155, PUBLIC_KEY",
        "300A300506032B6570020155, UNKNOWN",
        "300C0201033007" + "06012AA0023000, PKCS12",
        "300A0201033005" + "06012A0500, UNKNOWN",
        "3005020105" + "0500, UNKNOWN",
        "30020500, UNKNOWN",
        "3081, UNKNOWN"
    })
    void theOuterShapeTells(String hex, ContentKind kind) {
        assertEquals(kind, ContentKind.ofBytes(hex(hex)));
    }

    @Test
    void nothingIsNothing() {
        assertEquals(ContentKind.UNKNOWN, ContentKind.ofBytes(new byte[0]));
    }

    @ParameterizedTest
    @CsvSource({
        "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -outform DER, PRIVATE_KEY",
        "genpkey -algorithm ED25519 -outform DER, PRIVATE_KEY",
        "ecparam -name prime256v1 -genkey -noout -outform DER, PRIVATE_KEY",
        "pkey -in KEY -outform DER, PRIVATE_KEY",
        "pkey -in KEY -pubout -outform DER, PUBLIC_KEY",
        "pkcs8 -topk8 -in KEY -passout pass:x -outform DER, ENCRYPTED_PRIVATE_KEY",
        "pkcs8 -topk8 -in KEY -nocrypt -outform DER, PRIVATE_KEY",
        "req -new -key KEY -subj /CN=x -outform DER, CERTIFICATION_REQUEST",
        "req -new -x509 -key KEY -subj /CN=x -outform DER, CERTIFICATE",
        "crl2pkcs7 -nocrl -certfile CERT -outform DER, SIGNED_DATA",
        "pkcs12 -export -inkey KEY -in CERT -passout pass:x, PKCS12",
        "pkcs12 -export -nokeys -in CERT -passout pass:x -nomac, PKCS12"
    })
    void whatOpensslWritesIsKnown(String command, ContentKind kind) throws Exception {
        ExternalTool openssl = OpenSsl.require();
        Path key = folder.resolve("key");
        Path certificate = folder.resolve("cert");
        openssl.expectSuccess("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", key.toString());
        openssl.expectSuccess(
                "req", "-new", "-x509", "-key", key.toString(), "-subj", "/CN=x", "-out", certificate.toString());
        Path out = folder.resolve("out");
        openssl.expectSuccess(
                (command.replace("KEY", key.toString()).replace("CERT", certificate.toString()) + " -out " + out)
                        .split(" "));
        byte[] file = Files.readAllBytes(out);
        assertEquals(kind, ContentKind.ofBytes(file));
        byte[] cut = Arrays.copyOf(file, file.length - 8);
        assertEquals(kind, ContentKind.ofBytes(cut), "the end does not matter");
    }

    @Test
    void aListIsKnownWithAndWithoutItsVersion() {
        String name = "300C310A300806035504030C0141";
        String ecdsa = "300A06082A8648CE3D040302";
        String time = "170D3236303130313030303030305A";
        byte[] second = Tlv.sequence(Tlv.sequence(hex("020101"), hex(ecdsa), hex(name), hex(time)), hex(ecdsa));
        byte[] first = Tlv.sequence(Tlv.sequence(hex(ecdsa), hex(name), hex(time)), hex(ecdsa));
        byte[] general = Tlv.sequence(
                Tlv.sequence(hex(ecdsa), hex(name), hex("180F32303530303130313030303030305A")), hex(ecdsa));
        byte[] none = Tlv.sequence(Tlv.sequence(hex(ecdsa), hex(name), hex("0500")), hex(ecdsa));
        assertEquals(ContentKind.CERTIFICATE_LIST, ContentKind.ofBytes(second));
        assertEquals(ContentKind.CERTIFICATE_LIST, ContentKind.ofBytes(first));
        assertEquals(ContentKind.CERTIFICATE_LIST, ContentKind.ofBytes(general));
        assertEquals(ContentKind.UNKNOWN, ContentKind.ofBytes(none));
    }

    @Test
    void aCertificateOfVersion1IsNotTakenForARequest() {
        String name = "300C310A300806035504030C0141";
        String ecdsa = "300A06082A8648CE3D040302";
        String validity = "301E170D3236303130313030303030305A170D3336303130313030303030305A";
        byte[] der = Tlv.sequence(
                Tlv.sequence(hex("020105"), hex(ecdsa), hex(name), hex(validity), hex(name)),
                hex(ecdsa),
                hex("030100"));
        assertEquals(ContentKind.CERTIFICATE, ContentKind.ofBytes(der));
        byte[] neither = Tlv.sequence(
                Tlv.sequence(hex("020105"), hex(ecdsa), hex(name), hex("3000"), hex(name)), hex(ecdsa), hex("030100"));
        assertEquals(ContentKind.UNKNOWN, ContentKind.ofBytes(neither));
    }

    @ParameterizedTest
    @CsvSource({"JKS, JKS", "JCEKS, JCEKS", "PKCS12, PKCS12"})
    void theStoresOfJavaAreKnown(String type, ContentKind kind) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, new char[] {'x'});
        assertEquals(kind, ContentKind.ofBytes(out.toByteArray()));
    }

    @Test
    void keysOfThePlatformAreKnown() throws Exception {
        for (String kind : new String[] {"secp256r1", "Ed25519", "ML-DSA-44"}) {
            assertEquals(
                    ContentKind.PRIVATE_KEY,
                    ContentKind.ofBytes(SampleRequests.pair(kind).getPrivate().getEncoded()));
            assertEquals(
                    ContentKind.PUBLIC_KEY,
                    ContentKind.ofBytes(SampleRequests.pair(kind).getPublic().getEncoded()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CERTIFICATE, CERTIFICATE",
        "X509 CERTIFICATE, CERTIFICATE",
        "TRUSTED CERTIFICATE, CERTIFICATE",
        "CERTIFICATE REQUEST, CERTIFICATION_REQUEST",
        "NEW CERTIFICATE REQUEST, CERTIFICATION_REQUEST",
        "X509 CRL, CERTIFICATE_LIST",
        "CRL, CERTIFICATE_LIST",
        "PRIVATE KEY, PRIVATE_KEY",
        "RSA PRIVATE KEY, PRIVATE_KEY",
        "EC PRIVATE KEY, PRIVATE_KEY",
        "OPENSSH PRIVATE KEY, PRIVATE_KEY",
        "ENCRYPTED PRIVATE KEY, ENCRYPTED_PRIVATE_KEY",
        "PUBLIC KEY, PUBLIC_KEY",
        "RSA PUBLIC KEY, PUBLIC_KEY",
        "PKCS7, SIGNED_DATA",
        "CMS, SIGNED_DATA",
        "certificate, ",
        "CERTIFICATES, ",
        "PRIVATE KEYS, ",
        "EC PARAMETERS, ",
        "REMARK, "
    })
    void labelsPromiseAKind(String label, ContentKind kind) {
        assertEquals(Optional.ofNullable(kind), ContentKind.ofLabel(label));
    }

    @Test
    void onlyPrivateKeysAreSecret() {
        Set<ContentKind> secret = EnumSet.noneOf(ContentKind.class);
        for (ContentKind kind : ContentKind.values()) {
            if (kind.isPrivateKey()) {
                secret.add(kind);
            }
        }
        assertEquals(EnumSet.of(ContentKind.PRIVATE_KEY, ContentKind.ENCRYPTED_PRIVATE_KEY), secret);
        assertEquals(
                ContentKind.values().length,
                Arrays.stream(ContentKind.values())
                        .map(ContentKind::words)
                        .distinct()
                        .count());
    }

    @Property(tries = 1000)
    void anyOctetsBehindASequenceHaveAKind(@ForAll @Size(max = 60) byte[] noise) {
        byte[] file = Tlv.element(DerReader.SEQUENCE, noise);
        ContentKind kind = ContentKind.ofBytes(file);
        assertEquals(kind, ContentKind.ofBytes(file.clone()));
        assertEquals(false, kind == ContentKind.JSON || kind == ContentKind.ZIP || kind == ContentKind.JKS);
    }
}
