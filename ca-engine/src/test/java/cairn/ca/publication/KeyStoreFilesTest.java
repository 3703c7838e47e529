package cairn.ca.publication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.publication.KeyStoreFiles.Format;
import cairn.ca.publication.KeyStoreFiles.KeyEntry;
import cairn.ca.x509.Certificate;
import cairn.testkit.ExternalTool;
import cairn.testkit.OpenSsl;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Key stores and trust stores open in other programs, and their checks see what is missing or wrong. */
final class KeyStoreFilesTest {
    private static final char[] PASSWORD = "correct horse".toCharArray();
    private static SampleChain chain;
    private static SampleChain other;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeChains() throws Exception {
        chain = SampleChain.withLeafKey("secp256r1");
        other = SampleChain.withLeafKey("secp256r1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp521r1", "RSA2048", "Ed25519"})
    void opensslReadsKeyAndChainOfAPkcs12Store(String kind) throws Exception {
        SampleChain made = SampleChain.withLeafKey(kind);
        byte[] store = KeyStoreFiles.keyStore(Format.PKCS12, made.entry("device"), PASSWORD);
        KeyStoreFiles.holdsKey(Format.PKCS12, made.entry("device"), PASSWORD).accept(store);
        Path file = Files.write(folder.resolve("store.p12"), store);
        String text = OpenSsl.require()
                .expectSuccess("pkcs12", "-in", file.toString(), "-passin", "pass:correct horse", "-nodes", "-info")
                .all();
        assertTrue(text.contains("BEGIN PRIVATE KEY") && text.contains("friendlyName: device"), text);
        assertTrue(text.contains("device-7") && text.contains("Published Root"), text);
        assertTrue(text.contains("AES-256-CBC") && text.contains("hmacWithSHA256"), text);
    }

    @Test
    void theMacOfAPkcs12StoreIsHmacSha256() throws Exception {
        byte[] store = KeyStoreFiles.keyStore(Format.PKCS12, chain.entry("device"), PASSWORD);
        assertEquals(
                NISTObjectIdentifiers.id_sha256,
                Pfx.getInstance(store).getMacData().getMac().getAlgorithmId().getAlgorithm());
    }

    @ParameterizedTest
    @CsvSource({
        "PKCS12, true, 600000",
        "PKCS12, false, 10000",
        "PKCS12_LEGACY, true, 100000",
        "PKCS12_LEGACY, false, 100000"
    })
    void everyPartOfAPkcs12StoreCostsTheSameToGuess(Format format, boolean key, int rounds) throws Exception {
        byte[] store = key
                ? KeyStoreFiles.keyStore(format, chain.entry("device"), PASSWORD)
                : KeyStoreFiles.trustStore(format, chain.certificates(), PASSWORD);
        assertEquals(
                rounds, Pfx.getInstance(store).getMacData().getIterationCount().intValueExact());
        Path file = Files.write(folder.resolve("store.p12"), store);
        String text = OpenSsl.require()
                .expectSuccess(
                        "pkcs12", "-legacy", "-in", file.toString(), "-passin", "pass:correct horse", "-noout", "-info")
                .all();
        List<String> counts = Pattern.compile("Iteration (\\d+)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(Collections.nCopies(key ? 3 : 2, String.valueOf(rounds)), counts, text);
    }

    @Test
    void theOldFormIsReadByOpensslWithItsOldCiphers() throws Exception {
        byte[] store = KeyStoreFiles.trustStore(Format.PKCS12_LEGACY, List.of(chain.root()), PASSWORD);
        Path file = Files.write(folder.resolve("store.p12"), store);
        String text = OpenSsl.require()
                .expectSuccess(
                        "pkcs12",
                        "-legacy",
                        "-in",
                        file.toString(),
                        "-passin",
                        "pass:correct horse",
                        "-nokeys",
                        "-info")
                .all();
        assertTrue(text.contains("pbeWithSHA1And3-KeyTripleDES-CBC") && text.contains("MAC: sha1"), text);
        assertTrue(text.contains("Published Root"), text);
    }

    @Test
    void keytoolListsWhatIsIn() throws Exception {
        Path keys = Files.write(
                folder.resolve("keys"), KeyStoreFiles.keyStore(Format.JKS, chain.entry("device"), PASSWORD));
        String listed = keytool(keys, "JKS");
        assertTrue(listed.contains("device") && listed.contains("PrivateKeyEntry"), listed);
        Path trust = Files.write(
                folder.resolve("trust"), KeyStoreFiles.trustStore(Format.PKCS12, chain.certificates(), PASSWORD));
        String trusted = keytool(trust, "PKCS12");
        assertTrue(trusted.contains("ca-1") && trusted.contains("ca-2"), trusted);
        assertEquals(
                2,
                trusted.lines()
                        .filter(line -> line.contains("trustedCertEntry"))
                        .count(),
                trusted);
    }

    private static String keytool(Path file, String type) {
        return ExternalTool.at(Path.of(System.getProperty("java.home"), "bin", "keytool"))
                .expectSuccess(
                        "-list", "-keystore", file.toString(), "-storetype", type, "-storepass", new String(PASSWORD))
                .text();
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = "PKCS12_LEGACY", mode = EnumSource.Mode.EXCLUDE)
    void trustedCertificatesAreNumberedInTheOrderGiven(Format format) throws Exception {
        List<Certificate> trusted = List.of(chain.root(), other.root(), chain.leaf());
        KeyStore store = load(format, KeyStoreFiles.trustStore(format, trusted, PASSWORD));
        assertEquals(
                List.of("ca-1", "ca-2", "ca-3"),
                Collections.list(store.aliases()).stream().sorted().toList());
        for (int i = 0; i < trusted.size(); i++) {
            assertArrayEquals(
                    trusted.get(i).encoded(),
                    store.getCertificate("ca-" + (i + 1)).getEncoded());
            assertTrue(store.isCertificateEntry("ca-" + (i + 1)));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = "PKCS12_LEGACY", mode = EnumSource.Mode.EXCLUDE)
    void theKeyLiesUnderTheSamePasswordWithItsChain(Format format) throws Exception {
        KeyStore store = load(format, KeyStoreFiles.keyStore(format, chain.entry("device"), PASSWORD));
        assertEquals(
                ((ECPrivateKey) chain.leafKey().getPrivate()).getS(),
                ((ECPrivateKey) store.getKey("device", PASSWORD)).getS());
        assertEquals(2, store.getCertificateChain("device").length);
        assertArrayEquals(chain.leaf().encoded(), store.getCertificateChain("device")[0].getEncoded());
    }

    @ParameterizedTest
    @EnumSource(names = {"PKCS12", "JKS"})
    void theCheckOfAKeyStoreSeesEveryDifference(Format format) throws Exception {
        byte[] good = KeyStoreFiles.keyStore(format, chain.entry("device"), PASSWORD);
        KeyStoreFiles.holdsKey(format, chain.entry("device"), PASSWORD).accept(good);
        refused(KeyStoreFiles.holdsKey(format, chain.entry("device"), "other".toCharArray()), good, "cannot be opened");
        refused(KeyStoreFiles.holdsKey(format, chain.entry("gadget"), PASSWORD), good, "does not hold the key");
        KeyEntry shorter = new KeyEntry("device", chain.leafKey().getPrivate(), List.of(chain.leaf()));
        refused(KeyStoreFiles.holdsKey(format, shorter, PASSWORD), good, "does not hold the key");
        refused(KeyStoreFiles.holdsKey(format, other.entry("device"), PASSWORD), good, "does not hold the key");
        byte[] trust = KeyStoreFiles.trustStore(format, chain.certificates(), PASSWORD);
        refused(KeyStoreFiles.holdsKey(format, chain.entry("ca-1"), PASSWORD), trust, "does not hold the key");
        refused(KeyStoreFiles.holdsKey(format, chain.entry("device"), PASSWORD), new byte[3], "cannot be opened");
    }

    @Test
    void aStoreWithTheRightChainAndAnotherKeyIsRefused() throws Exception {
        KeyEntry mixed = new KeyEntry("device", other.leafKey().getPrivate(), chain.certificates());
        byte[] store = KeyStoreFiles.keyStore(Format.PKCS12, mixed, PASSWORD);
        refused(KeyStoreFiles.holdsKey(Format.PKCS12, chain.entry("device"), PASSWORD), store, "not the one");
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = "PKCS12_LEGACY", mode = EnumSource.Mode.EXCLUDE)
    void theCheckOfATrustStoreCountsItsEntries(Format format) throws Exception {
        byte[] two = KeyStoreFiles.trustStore(format, chain.certificates(), PASSWORD);
        KeyStoreFiles.opens(format, 2, PASSWORD).accept(two);
        refused(KeyStoreFiles.opens(format, 1, PASSWORD), two, "holds 2 entries, not 1");
        refused(KeyStoreFiles.opens(format, 3, PASSWORD), two, "holds 2 entries, not 3");
        refused(KeyStoreFiles.opens(format, 2, new char[] {'x'}), two, "cannot be opened");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void octetsThatAreNoStoreAreRefusedInWords(Format format) {
        for (byte[] content : List.of(new byte[0], new byte[40], chain.leaf().encoded())) {
            refused(KeyStoreFiles.opens(format, 0, PASSWORD), content, "cannot be opened");
            refused(KeyStoreFiles.holdsKey(format, chain.entry("device"), PASSWORD), content, "cannot be opened");
        }
    }

    @Test
    void thePasswordOfTheCallerIsLeftToTheCaller() throws Exception {
        char[] password = PASSWORD.clone();
        byte[] store = KeyStoreFiles.keyStore(Format.PKCS12, chain.entry("device"), password);
        FilePublisher.Check check = KeyStoreFiles.holdsKey(Format.PKCS12, chain.entry("device"), password);
        assertArrayEquals(PASSWORD, password);
        password[0] = 'x';
        check.accept(store);
    }

    @Test
    void aChainIsCopied() {
        List<Certificate> certificates = new ArrayList<>(chain.certificates());
        KeyEntry entry = new KeyEntry("device", chain.leafKey().getPrivate(), certificates);
        certificates.clear();
        assertEquals(chain.certificates(), entry.chain());
    }

    private static KeyStore load(Format format, byte[] content) throws Exception {
        KeyStore store = format == Format.BCFKS
                ? KeyStore.getInstance("BCFKS", new BouncyCastleProvider())
                : KeyStore.getInstance(format.name());
        store.load(new ByteArrayInputStream(content), PASSWORD);
        return store;
    }

    private static void refused(FilePublisher.Check check, byte[] content, String words) {
        PublicationException refusal = assertThrows(PublicationException.class, () -> check.accept(content));
        assertTrue(String.valueOf(refusal.getMessage()).contains(words), refusal::toString);
    }
}
