package cairn.ca.csr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Finding;
import cairn.testkit.ExternalTool;
import cairn.testkit.OpenSsl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that OpenSSL made prove possession with every algorithm, and no changed bit of them does. */
final class PossessionTest {
    @TempDir
    private Path folder;

    private byte[] openssl(String key, String options) throws Exception {
        ExternalTool openssl = OpenSsl.require();
        String keyFile = folder.resolve("key").toString();
        openssl.expectSuccess(("genpkey " + key + " -out " + keyFile).split(" "));
        String out = folder.resolve("out").toString();
        openssl.expectSuccess(
                ("req -new -key " + keyFile + " -subj /CN=dev-1/O=Example " + options + " -outform DER -out " + out)
                        .strip()
                        .split(" +"));
        return Files.readAllBytes(folder.resolve("out"));
    }

    @ParameterizedTest
    @CsvSource({
        "-algorithm EC -pkeyopt ec_paramgen_curve:P-256, -sha256",
        "-algorithm EC -pkeyopt ec_paramgen_curve:P-256, -sha512",
        "-algorithm EC -pkeyopt ec_paramgen_curve:P-384, -sha384",
        "-algorithm EC -pkeyopt ec_paramgen_curve:P-521, -sha512",
        "-algorithm ED25519, ''",
        "-algorithm RSA -pkeyopt rsa_keygen_bits:2048, -sha256",
        "-algorithm RSA -pkeyopt rsa_keygen_bits:2048, -sha384 -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:48",
        "-algorithm RSA -pkeyopt rsa_keygen_bits:2048, -sha256 -addext subjectAltName=DNS:a.example"
    })
    void aRequestOfOpensslProvesPossession(String key, String options) throws Exception {
        byte[] der = openssl(key, options);
        CertificationRequest request = RequestReader.read(der);
        assertEquals("O=Example,CN=dev-1", request.subject().toString());
        assertTrue(request.provesPossession());
        assertEquals(List.of(), codes(request));
        byte[] flipped = der.clone();
        flipped[der.length - 1] ^= 1;
        assertFalse(CertificationRequest.ofDer(flipped).provesPossession());
        byte[] renamed = der.clone();
        int at = indexOf(der, "dev-1");
        renamed[at + 4] = '2';
        CertificationRequest other = CertificationRequest.ofDer(renamed);
        assertFalse(other.provesPossession());
        assertEquals(List.of("possession.signature"), codes(other));
    }

    @ParameterizedTest
    @CsvSource({
        "-algorithm RSA -pkeyopt rsa_keygen_bits:1024, -sha256, key.rsa-size",
        "-algorithm RSA -pkeyopt rsa_keygen_bits:2048 -pkeyopt rsa_keygen_pubexp:3, -sha256, key.rsa-exponent",
        "-algorithm EC -pkeyopt ec_paramgen_curve:secp256k1, -sha256, key.ec-curve",
        "-algorithm EC -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:explicit, -sha256, key.ec-explicit-parameters",
        "-algorithm ED448, '', key.algorithm",
        "-algorithm EC -pkeyopt ec_paramgen_curve:P-256, -sha1, possession.digest",
        "-algorithm RSA -pkeyopt rsa_keygen_bits:2048, -md5, possession.digest"
    })
    void whatIsWeakInARequestOfOpensslIsRefusedByItsRule(String key, String options, String code) throws Exception {
        CertificationRequest request = RequestReader.read(openssl(key, options));
        RequestReport report = RequestPolicy.standard().report(request);
        assertEquals(List.of(code), codes(request));
        assertEquals(
                code.startsWith("key.") ? "subjectPublicKeyInfo" : "signatureAlgorithm",
                report.refusal().orElseThrow().where());
    }

    private static List<String> codes(CertificationRequest request) {
        return RequestPolicy.standard().report(request).findings().stream()
                .map(Finding::code)
                .toList();
    }

    private static int indexOf(byte[] all, String text) {
        return new String(all, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
