package cairn.ca.publication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Certificate;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicationTest {
    private static KeyPair key;
    private static Certificate certificate;

    @TempDir
    private Path folder;

    private final FilePublisher publisher = new FilePublisher();

    @BeforeAll
    static void makeACertificate() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        key = generator.generateKeyPair();
        X500Name name = new X500Name("CN=Published");
        certificate = Certificate.ofDer(new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.TEN,
                        Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                        Date.from(Instant.parse("2036-01-01T00:00:00Z")),
                        name,
                        key.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()))
                .getEncoded());
    }

    @Test
    void aFileThatExistsIsKeptAndNothingIsLeftBeside() throws Exception {
        Path file = folder.resolve("a.pem");
        byte[] old = "old".getBytes(StandardCharsets.US_ASCII);
        Files.write(file, old);
        assertThrows(
                FileAlreadyExistsException.class,
                () -> publisher.publish(file, new byte[] {1}, FilePublisher.Existing.KEEP, content -> {}));
        assertArrayEquals(old, Files.readAllBytes(file));
        assertEquals(1, count());
    }

    @Test
    void aFileThatFailsItsCheckNeverAppears() throws Exception {
        Path file = folder.resolve("a.pem");
        assertThrows(
                PublicationException.class,
                () -> publisher.publish(
                        file,
                        "not a certificate".getBytes(StandardCharsets.US_ASCII),
                        FilePublisher.Existing.KEEP,
                        CertificateFiles.holdsPem(List.of(certificate))));
        assertEquals(0, count());
    }

    @Test
    void replacingIsDoneOnlyWhenAsked() throws Exception {
        Path file = folder.resolve("c.der");
        Files.write(file, new byte[] {1});
        publisher.publish(
                file, certificate.encoded(), FilePublisher.Existing.REPLACE, CertificateFiles.holdsDer(certificate));
        assertArrayEquals(certificate.encoded(), Files.readAllBytes(file));
    }

    @Test
    void aBundleInPemAndInPkcs7ReadsBackAsItself() throws Exception {
        List<Certificate> chain = List.of(certificate);
        publisher.publish(
                folder.resolve("chain.pem"),
                CertificateFiles.pem(chain),
                FilePublisher.Existing.KEEP,
                CertificateFiles.holdsPem(chain));
        publisher.publish(
                folder.resolve("chain.p7b"),
                CertificateFiles.pkcs7(chain),
                FilePublisher.Existing.KEEP,
                CertificateFiles.holdsPkcs7(chain));
        assertEquals(2, count());
    }

    @ParameterizedTest
    @EnumSource(KeyStoreFiles.Format.class)
    void keyStoresOpenWithTheirPasswordAndNoOther(KeyStoreFiles.Format format) throws Exception {
        char[] password = "correct horse".toCharArray();
        byte[] store = KeyStoreFiles.keyStore(
                format, new KeyStoreFiles.KeyEntry("device", key.getPrivate(), List.of(certificate)), password);
        KeyStoreFiles.opens(format, 1, password).accept(store);
        assertThrows(
                PublicationException.class,
                () -> KeyStoreFiles.opens(format, 1, "wrong".toCharArray()).accept(store));
        byte[] trust = KeyStoreFiles.trustStore(format, List.of(certificate), password);
        KeyStoreFiles.opens(format, 1, password).accept(trust);
        assertFalse(new String(store, StandardCharsets.ISO_8859_1).contains("correct horse"));
    }

    private long count() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void theChecksRefuseAnotherCertificateThanTheOneMeant() {
        byte[] pem = CertificateFiles.pem(List.of(certificate, certificate));
        assertTrue(pem.length > 0);
        assertThrows(
                PublicationException.class,
                () -> CertificateFiles.holdsPem(List.of(certificate)).accept(pem));
    }
}
