package cairn.ca.publication;

import static cairn.ca.publication.SampleChain.ascii;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Pem;
import cairn.testkit.ExternalTool;
import cairn.testkit.OpenSsl;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Private keys are read in the forms that OpenSSL writes, and a key that is not the certificate's is refused. */
final class PrivateKeyTextTest {
    private static final Optional<char[]> NONE = Optional.empty();
    /** Keys of RSA are dear; one of each kind is enough. */
    private static final Map<String, SampleChain> CHAINS = new ConcurrentHashMap<>();

    private static SampleChain chain;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeAChain() throws Exception {
        chain = SampleChain.withLeafKey("secp256r1");
    }

    @ParameterizedTest
    @CsvSource({
        "secp256r1, pkcs8 -topk8 -nocrypt",
        "secp256r1, pkcs8 -topk8 -nocrypt -outform DER",
        "secp256r1, pkcs8 -topk8 -passout pass:secret",
        "secp256r1, pkcs8 -topk8 -passout pass:secret -outform DER",
        "secp256r1, pkcs8 -topk8 -v1 PBE-SHA1-3DES -passout pass:secret",
        "secp256r1, pkcs8 -topk8 -scrypt -scrypt_N 1024 -passout pass:secret",
        "secp384r1, ec",
        "RSA2048, rsa -traditional",
        "RSA2048, pkcs8 -topk8 -v2 aes-128-cbc -v2prf hmacWithSHA512 -passout pass:secret",
        "Ed25519, pkey"
    })
    void aKeyIsReadAsOpensslWritesIt(String kind, String command) throws Exception {
        SampleChain made = chainOf(kind);
        PrivateKey read =
                PrivateKeyText.read(openssl(made.leafKey().getPrivate(), command), Optional.of("secret".toCharArray()));
        PrivateKeyText.requireKeyOf(made.leaf(), read);
        assertThrows(PublicationException.class, () -> PrivateKeyText.requireKeyOf(made.root(), read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pkcs8 -topk8 -passout pass:secret", "pkcs8 -topk8 -passout pass:secret -outform DER"})
    void anEncryptedKeyNeedsItsPassword(String command) throws Exception {
        byte[] file = openssl(chain.leafKey().getPrivate(), command);
        refused(file, NONE, "encrypted, and no password was given");
        refused(file, Optional.of("Secret".toCharArray()), "the password may be wrong");
        char[] password = "secret".toCharArray();
        PrivateKeyText.read(file, Optional.of(password));
        assertArrayEquals("secret".toCharArray(), password);
    }

    @Test
    void theOldEncryptedFormIsNamedTogetherWithTheWayOut() throws Exception {
        byte[] file = openssl(chain.leafKey().getPrivate(), "ec -aes256 -passout pass:secret");
        refused(file, Optional.of("secret".toCharArray()), "openssl pkcs8 -topk8");
    }

    private byte[] openssl(PrivateKey key, String command) throws Exception {
        ExternalTool openssl = OpenSsl.require();
        Path in = Files.writeString(folder.resolve("in"), Pem.write("PRIVATE KEY", key.getEncoded()));
        String all = command + " -in " + in + " -out " + folder.resolve("out");
        openssl.expectSuccess(all.split(" "));
        return Files.readAllBytes(folder.resolve("out"));
    }

    @Test
    void whatStandsBeforeTheKeyIsSkipped() throws Exception {
        String certificate = new String(CertificateFiles.pem(chain.certificates()), StandardCharsets.US_ASCII);
        String key = Pem.write("PRIVATE KEY", chain.leafKey().getPrivate().getEncoded());
        PrivateKey read = PrivateKeyText.read(ascii("a remark\n" + certificate + key), NONE);
        PrivateKeyText.requireKeyOf(chain.leaf(), read);
    }

    @Test
    void theFirstOfSeveralKeysCounts() throws Exception {
        String leaf = Pem.write("PRIVATE KEY", chain.leafKey().getPrivate().getEncoded());
        String root = Pem.write("PRIVATE KEY", chain.rootKey().getPrivate().getEncoded());
        PrivateKeyText.requireKeyOf(chain.leaf(), PrivateKeyText.read(ascii(leaf + root), NONE));
        PrivateKeyText.requireKeyOf(chain.root(), PrivateKeyText.read(ascii(root + leaf), NONE));
    }

    @Test
    void aFileWithoutAPrivateKeyIsRefused() {
        refused(new byte[0], NONE, "holds no private key");
        refused(ascii("hello"), NONE, "holds no private key");
        refused(CertificateFiles.pem(chain.certificates()), NONE, "holds no private key");
        refused(ascii(Pem.write("PUBLIC KEY", chain.leafKey().getPublic().getEncoded())), NONE, "holds no private key");
        refused(chain.leaf().encoded(), NONE, "private key");
        refused(chain.leafKey().getPublic().getEncoded(), NONE, "private key");
    }

    @Test
    void aDamagedKeyIsRefusedInWords() {
        byte[] der = chain.leafKey().getPrivate().getEncoded();
        refused(Arrays.copyOf(der, der.length - 5), NONE, "private key");
        refused(ascii(Pem.write("PRIVATE KEY", new byte[] {0x30, 0})), NONE, "no private key that can be read");
        refused(ascii("-----BEGIN PRIVATE KEY-----\nAAAA"), NONE, "private key");
    }

    @Test
    void aKeyOfAnUnknownKindIsNamedByItsNumber() throws Exception {
        byte[] der = new PrivateKeyInfo(
                        new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.3.4")), new DEROctetString(new byte[8]))
                .getEncoded();
        refused(der, NONE, "of an unknown kind: 1.2.3.4");
        refused(ascii(Pem.write("PRIVATE KEY", der)), NONE, "of an unknown kind: 1.2.3.4");
    }

    @Property(tries = 300)
    void anyOctetsAreAKeyOrRefused(@ForAll @Size(max = 80) byte[] noise) {
        assertThrows(PublicationException.class, () -> PrivateKeyText.read(noise, NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1", "RSA2048", "Ed25519", "ML-DSA-44", "ML-DSA-87"})
    void everyKindOfKeyIsHeldAgainstItsCertificate(String kind) throws Exception {
        SampleChain first = chainOf(kind);
        SampleChain second = SampleChain.withLeafKey(kind);
        // ML-DSA keys of the platform become keys of the library on the way through their text.
        PrivateKey own = PrivateKeyText.read(first.leafKey().getPrivate().getEncoded(), NONE);
        assertDoesNotThrow(() -> PrivateKeyText.requireKeyOf(first.leaf(), own));
        assertWords(second, own, "not the one that was certified");
    }

    @Test
    void aKeyOfAnotherKindIsAnothersKey() throws Exception {
        PrivateKey rsa = chainOf("RSA2048").leafKey().getPrivate();
        assertWords(chain, rsa, "not the one that was certified");
        assertWords(chainOf("RSA2048"), chain.leafKey().getPrivate(), "not the one that was certified");
        assertWords(chainOf("Ed25519"), chain.leafKey().getPrivate(), "not the one that was certified");
    }

    @Test
    void aCertificateOfAKindThatIsNotCertifiedHereIsNotCompared() throws Exception {
        SampleChain foreign = SampleChain.withLeafKey("Ed448");
        assertWords(foreign, foreign.leafKey().getPrivate(), "cannot be compared");
    }

    private static SampleChain chainOf(String kind) {
        return CHAINS.computeIfAbsent(kind, k -> assertDoesNotThrow(() -> SampleChain.withLeafKey(k)));
    }

    private static void assertWords(SampleChain chain, PrivateKey key, String words) {
        PublicationException refusal =
                assertThrows(PublicationException.class, () -> PrivateKeyText.requireKeyOf(chain.leaf(), key));
        assertTrue(String.valueOf(refusal.getMessage()).contains(words), refusal::toString);
    }

    private static void refused(byte[] file, Optional<char[]> password, String words) {
        PublicationException refusal =
                assertThrows(PublicationException.class, () -> PrivateKeyText.read(file, password));
        assertTrue(String.valueOf(refusal.getMessage()).contains(words), refusal::toString);
    }
}
