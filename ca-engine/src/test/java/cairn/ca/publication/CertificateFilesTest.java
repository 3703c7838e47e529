package cairn.ca.publication;

import static cairn.ca.publication.SampleChain.ascii;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.Pem;
import cairn.testkit.ExternalTool;
import cairn.testkit.OpenSsl;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PEM, DER and PKCS#7 files are what other programs take them for, and their checks pass nothing else. */
final class CertificateFilesTest {
    private static SampleChain chain;
    private static Certificate stranger;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeChains() throws Exception {
        chain = SampleChain.withLeafKey("secp256r1");
        stranger = SampleChain.withLeafKey("secp256r1").leaf();
    }

    @Test
    void pemHasLinesOf64CharactersAndEndsWithOne() {
        String text = new String(CertificateFiles.pem(List.of(chain.leaf())), US_ASCII);
        List<String> lines = text.lines().toList();
        assertEquals("-----BEGIN CERTIFICATE-----", lines.getFirst());
        assertEquals("-----END CERTIFICATE-----", lines.getLast());
        assertTrue(text.endsWith("-----\n"));
        assertTrue(lines.subList(1, lines.size() - 2).stream().allMatch(line -> line.length() == 64));
        assertTrue(lines.get(lines.size() - 2).length() <= 64);
    }

    @Test
    void thePlatformReadsABundleInTheOrderGiven() throws Exception {
        assertEquals(List.of("CN=device-7", "CN=Published Root"), platform(CertificateFiles.pem(chain.certificates())));
        assertEquals(
                List.of("CN=Published Root", "CN=device-7"),
                platform(CertificateFiles.pem(chain.certificates().reversed())));
        assertEquals(0, CertificateFiles.pem(List.of()).length);
    }

    @Test
    void thePlatformReadsEveryCertificateOfAPkcs7Bundle() throws Exception {
        List<String> found = platform(CertificateFiles.pkcs7(chain.certificates()));
        assertEquals(
                List.of("CN=Published Root", "CN=device-7"),
                found.stream().sorted().toList());
    }

    private static List<String> platform(byte[] file) throws Exception {
        return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(file)).stream()
                .map(c -> ((X509Certificate) c).getSubjectX500Principal().getName())
                .toList();
    }

    @Test
    void opensslReadsTheBundlesAndAcceptsTheChain() throws Exception {
        ExternalTool openssl = OpenSsl.require();
        Path bundle = Files.write(folder.resolve("chain.pem"), CertificateFiles.pem(chain.certificates()));
        Path root = Files.write(folder.resolve("root.pem"), CertificateFiles.pem(List.of(chain.root())));
        Path pkcs7 = Files.write(folder.resolve("chain.p7b"), CertificateFiles.pkcs7(chain.certificates()));
        String first = openssl.expectSuccess(
                        "x509", "-in", bundle.toString(), "-noout", "-fingerprint", "-sha256", "-nocert")
                .text();
        assertTrue(
                first.replace(":", "")
                        .toLowerCase(Locale.ROOT)
                        .contains(chain.leaf().fingerprint().hex()),
                first);
        openssl.expectSuccess("verify", "-no_check_time", "-CAfile", root.toString(), bundle.toString());
        String all = openssl.expectSuccess("pkcs7", "-inform", "DER", "-in", pkcs7.toString(), "-print_certs", "-noout")
                .text();
        assertEquals(2, all.lines().filter(line -> line.startsWith("subject=")).count(), all);
    }

    @Test
    void certtoolReadsThePkcs7Bundle() throws Exception {
        ExternalTool certtool = ExternalTool.require("certtool", "gnutls-bin");
        Path pkcs7 = Files.write(folder.resolve("chain.p7b"), CertificateFiles.pkcs7(chain.certificates()));
        String text = certtool.expectSuccess("--p7-info", "--inder", "--infile", pkcs7.toString())
                .all();
        assertTrue(text.contains("Number of certificates: 2"), text);
    }

    @Test
    void keytoolPrintsEveryCertificateOfBothForms() throws Exception {
        ExternalTool keytool = ExternalTool.at(Path.of(System.getProperty("java.home"), "bin", "keytool"));
        for (byte[] file :
                List.of(CertificateFiles.pem(chain.certificates()), CertificateFiles.pkcs7(chain.certificates()))) {
            Path path = Files.write(folder.resolve("file"), file);
            String text = keytool.expectSuccess("-printcert", "-file", path.toString())
                    .text();
            assertTrue(text.contains("Owner: CN=device-7") && text.contains("Owner: CN=Published Root"), text);
        }
    }

    @Test
    void aListInPemIsReadByThePlatformAndByOpenssl() throws Exception {
        byte[] pem = CertificateFiles.pem(chain.list(3));
        X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(pem));
        assertNotNull(list.getRevokedCertificate(BigInteger.valueOf(0xBEEF)));
        assertEquals("X509 CRL", Pem.read(pem).getFirst().label());
        Path path = Files.write(folder.resolve("list.pem"), pem);
        String text = OpenSsl.require()
                .expectSuccess("crl", "-in", path.toString(), "-noout", "-text")
                .text();
        assertTrue(text.contains("BEEF") && text.contains("X509v3 CRL Number"), text);
    }

    @Test
    void theCheckOfPemInsistsOnOrderNumberAndContent() throws Exception {
        FilePublisher.Check check = CertificateFiles.holdsPem(chain.certificates());
        byte[] good = CertificateFiles.pem(chain.certificates());
        assertDoesNotThrow(() -> check.accept(good));
        for (List<Certificate> other : List.of(
                List.of(chain.leaf()),
                List.of(chain.root(), chain.leaf()),
                List.of(chain.leaf(), chain.root(), chain.root()),
                List.of(chain.leaf(), stranger))) {
            refused(check, CertificateFiles.pem(other), "does not hold");
        }
        byte[] flipped = good.clone();
        flipped[100] = (byte) (flipped[100] == 'A' ? 'B' : 'A');
        assertThrows(PublicationException.class, () -> check.accept(flipped));
        refused(check, Arrays.copyOf(good, good.length - 40), "cannot be read back");
        refused(check, ascii(Pem.write("CERTIFICATE", new byte[] {0x30, 0})), "cannot be read back");
    }

    @Test
    void theCheckOfPkcs7InsistsOnNumberAndContent() throws Exception {
        FilePublisher.Check check = CertificateFiles.holdsPkcs7(chain.certificates());
        check.accept(CertificateFiles.pkcs7(chain.certificates()));
        check.accept(CertificateFiles.pkcs7(chain.certificates().reversed()));
        refused(check, CertificateFiles.pkcs7(List.of(chain.leaf())), "does not hold");
        refused(check, CertificateFiles.pkcs7(List.of(chain.leaf(), stranger)), "does not hold");
        refused(check, CertificateFiles.pkcs7(List.of(chain.leaf(), chain.root(), stranger)), "does not hold");
        refused(check, chain.leaf().encoded(), "cannot be read back");
        refused(check, new byte[0], "cannot be read back");
    }

    @Test
    void theChecksOfPemFilesWithOneBlockInsistOnItsKindAndContent() throws Exception {
        FilePublisher.Check bundle = CertificateFiles.holdsPkcs7Pem(chain.certificates());
        byte[] pem = CertificateFiles.pkcs7Pem(chain.certificates());
        bundle.accept(pem);
        refused(bundle, CertificateFiles.pkcs7Pem(List.of(chain.leaf())), "does not hold");
        refused(bundle, ascii(Pem.write("CMS", CertificateFiles.pkcs7(chain.certificates()))), "does not hold");
        refused(bundle, CertificateFiles.pkcs7(chain.certificates()), "does not hold");
        refused(bundle, Arrays.copyOf(pem, pem.length - 40), "cannot be read back");
        CertificateList made = chain.list(3);
        FilePublisher.Check list = CertificateFiles.holdsPem(made);
        list.accept(CertificateFiles.pem(made));
        refused(list, CertificateFiles.pem(chain.list(4)), "does not hold");
        refused(list, pem, "does not hold");
        refused(list, new byte[0], "does not hold");
    }

    @Test
    void theChecksOfDerInsistOnTheVeryObject() throws Exception {
        FilePublisher.Check certificate = CertificateFiles.holdsDer(chain.leaf());
        certificate.accept(chain.leaf().encoded());
        refused(certificate, chain.root().encoded(), "does not hold");
        refused(certificate, CertificateFiles.pem(List.of(chain.leaf())), "cannot be read back");
        FilePublisher.Check list = CertificateFiles.holdsDer(chain.list(3));
        refused(list, chain.list(4).encoded(), "does not hold");
        refused(list, chain.leaf().encoded(), "cannot be read back");
        byte[] made = chain.list(5).encoded();
        CertificateFiles.holdsDer(CertificateList.ofDer(made)).accept(made);
    }

    @Test
    void theSameBundleGivesTheSameOctets() throws Exception {
        assertArrayEquals(CertificateFiles.pkcs7(chain.certificates()), CertificateFiles.pkcs7(chain.certificates()));
    }

    private static void refused(FilePublisher.Check check, byte[] content, String words) {
        PublicationException refusal = assertThrows(PublicationException.class, () -> check.accept(content));
        assertTrue(String.valueOf(refusal.getMessage()).contains(words), refusal::toString);
    }
}
