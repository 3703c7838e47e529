package cairn.ca.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.csr.KeyRules;
import cairn.ca.csr.SampleRequests;
import cairn.ca.x509.ConformanceData;
import cairn.ca.x509.Finding;
import cairn.ca.x509.Verdict;
import cairn.testkit.ExternalTool;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Key stores of OpenSSL, of the JDK and of Bouncy Castle: opened with the password, judged by their protection. */
final class KeyStoreInspectionTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final char[] PASSWORD = "p\u00E4ssw\u00F6rd \u5BC6".toCharArray();
    private final Inspector inspector =
            new Inspector(InstantSource.fixed(NOW), KeyRules.standard().policy());

    @ParameterizedTest
    @CsvSource({"PKCS12, ACCEPT", "BCFKS, ACCEPT", "JKS, WARN"})
    void aStoreIsOpenedWithItsPassword(String type, Verdict verdict) throws Exception {
        byte[] file = store(type, SampleRequests.pair("secp256r1"), 1);
        Inspection inspection = inspect(file, PASSWORD);
        assertEquals(verdict, inspection.verdict(), () -> inspection.findings().toString());
        assertEquals(
                type.equals("PKCS12") ? "pkcs12" : "keystore", inspection.kind().word());
        assertTrue(inspection.contents().stream().anyMatch(d -> d.title().contains("CN=device")), inspection::toString);
        Inspection wrong = inspect(file, "wrong".toCharArray());
        assertEquals(Verdict.REJECT, wrong.verdict());
        assertTrue(
                wrong.findings().getLast().words().contains("password is wrong or the file is damaged"),
                wrong::toString);
        assertEquals(Verdict.WARN, inspector.inspect(file).verdict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "BCFKS", "JKS"})
    void aFlippedOrMissingByteIsNoticed(String type) throws Exception {
        byte[] file = store(type, SampleRequests.pair("secp256r1"), 1);
        for (int at = 20; at < file.length; at += file.length / 7) {
            byte[] flipped = file.clone();
            flipped[at] ^= 1;
            assertEquals(Verdict.REJECT, inspect(flipped, PASSWORD).verdict(), "byte " + at);
        }
        assertEquals(
                Verdict.REJECT,
                inspect(Arrays.copyOf(file, file.length - 30), PASSWORD).verdict());
        assertEquals(
                Verdict.REJECT,
                inspector.inspect(Arrays.copyOf(file, file.length / 2)).verdict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA2048", "secp384r1", "Ed25519"})
    void theKeyIsHeldAgainstItsCertificate(String kind) throws Exception {
        KeyPair pair = SampleRequests.pair(kind);
        byte[] good = store("PKCS12", pair, 1);
        assertFalse(codes(inspect(good, PASSWORD)).contains("keystore.key-mismatch"));
        KeyPair mixed = new KeyPair(SampleRequests.pair(kind).getPublic(), pair.getPrivate());
        Inspection inspection = inspect(store("PKCS12", mixed, 1), PASSWORD);
        assertTrue(codes(inspection).contains("keystore.key-mismatch"), inspection::toString);
        assertTrue(codes(inspect(store("PKCS12", pair, 2), PASSWORD)).contains("keystore.several-keys"));
    }

    @Test
    void theSecretIsInNoDescription() throws Exception {
        KeyPair pair = SampleRequests.pair("RSA2048");
        String all = inspect(store("PKCS12", pair, 1), PASSWORD).toString();
        assertFalse(all.contains("modulus") || all.contains("PrivateExponent"), all);
    }

    @Test
    void anEmptyPasswordIsShown() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", certificate(SampleRequests.pair("secp256r1")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, new char[0]);
        Inspection inspection = inspect(out.toByteArray(), new char[0]);
        assertTrue(codes(inspection).contains("keystore.empty-password"), inspection::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "-legacy -keypbe PBE-SHA1-RC2-40 -certpbe PBE-SHA1-RC2-40 -macalg sha1, keystore.weak-cipher",
        "-legacy -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1, keystore.weak-cipher",
        "-nomac, keystore.no-mac",
        "-iter 1100000, keystore.rounds",
        "-maciter -iter 700000, keystore.rounds",
        "-macalg sha512, ''",
        "-keypbe NONE -certpbe NONE, ''"
    })
    void storesOfOpenssl(String options, String code, @TempDir Path folder) throws Exception {
        byte[] file = openssl(folder, options);
        Inspection inspection =
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> inspect(file, "secret".toCharArray()));
        List<String> codes = codes(inspection).stream()
                .filter(c -> c.startsWith("keystore."))
                .toList();
        assertEquals(code.isEmpty() ? List.of() : List.of(code), codes, inspection::toString);
    }

    private static byte[] openssl(Path folder, String options) throws Exception {
        run(
                folder,
                "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout k.pem -out c.pem -subj /CN=device -days 30");
        run(
                folder,
                "openssl pkcs12 -export -inkey k.pem -in c.pem -name leaf -passout pass:secret -out s.p12 " + options);
        return Files.readAllBytes(folder.resolve("s.p12"));
    }

    private static void run(Path folder, String command) throws Exception {
        ExternalTool.require("openssl", "openssl");
        Process process = new ProcessBuilder(command.split(" "))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), () -> command);
    }

    @Test
    void aStoreWithoutAMacIsStillReadWithItsPassword() {
        byte[] file = ConformanceData.bytes("malformed/inputs/62-no-mac.p12");
        Inspection inspection = inspect(file, "test".toCharArray());
        assertTrue(inspection.contents().size() >= 2, inspection::toString);
    }

    private static Certificate certificate(KeyPair pair) throws Exception {
        String algorithm = switch (pair.getPrivate().getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> "Ed25519";
        };
        X500Name name = new X500Name("CN=device");
        X500Name issuer = new X500Name("CN=issuer");
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                issuer,
                                BigInteger.TEN,
                                Date.from(NOW.minusSeconds(60)),
                                Date.from(NOW.plusSeconds(86400)),
                                name,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
    }

    private static byte[] store(String type, KeyPair pair, int keys) throws Exception {
        KeyStore store = type.equals("BCFKS")
                ? KeyStore.getInstance(type, new BouncyCastleProvider())
                : KeyStore.getInstance(type);
        store.load(null, null);
        X509Certificate certificate = (X509Certificate) certificate(pair);
        for (int i = 0; i < keys; i++) {
            store.setKeyEntry("leaf" + i, pair.getPrivate(), PASSWORD, new Certificate[] {certificate});
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, PASSWORD);
        return out.toByteArray();
    }

    private Inspection inspect(byte[] file, char[] password) {
        return inspector.inspect(file, InspectionContext.NONE.withPassword(password));
    }

    private static List<String> codes(Inspection inspection) {
        return inspection.findings().stream().map(Finding::code).toList();
    }
}
