package cairn.hsm.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.signing.KeyAttributes.Answer;
import cairn.ca.signing.KeyReference;
import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.signing.TokenIdentity;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SignatureCheck;
import cairn.hsm.cryptoki.Cryptoki;
import cairn.hsm.cryptoki.FunctionListSource;
import cairn.hsm.cryptoki.Session;
import cairn.hsm.signer.TokenKeyStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SoftHSM through the port of the engine, signatures checked by the engine. */
final class EngineTokenTest {
    private static final byte[] CONTENT = "to be signed".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private static HsmFixture fixture;
    private static TokenKeyStore store;

    @BeforeAll
    static void open() throws Exception {
        fixture = HsmFixture.in(folder);
        store = TokenKeyStore.over(fixture.login());
    }

    @AfterAll
    static void close() {
        if (store != null) {
            store.close();
        }
        if (fixture != null) {
            fixture.close();
        }
    }

    @Test
    void saysWhichTokenItIs() {
        TokenIdentity identity = store.identity();
        assertEquals(HsmFixture.LABEL, identity.label());
        assertEquals(TokenIdentity.Kind.PKCS11, identity.kind());
        assertEquals("SoftHSM project", identity.manufacturer());
        assertEquals(16, identity.serialNumber().length());
    }

    @Test
    void offersTheTypesOfTheEngine() throws SigningException {
        assertEquals(
                Set.of(
                        KeyType.EC_P256,
                        KeyType.EC_P384,
                        KeyType.EC_P521,
                        KeyType.RSA_2048,
                        KeyType.RSA_3072,
                        KeyType.RSA_4096,
                        KeyType.ED25519),
                store.offers());
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"EC_P256", "EC_P384", "EC_P521", "RSA_2048", "ED25519"})
    void generatesFindsAndSignsInTheFormOfCertificates(KeyType type) throws SigningException {
        SigningKey key = store.generate(type, "engine " + type.word());
        assertEquals(Optional.of(type), key.publicKey().type());
        assertEquals(Answer.TRUE, key.attributes().local());
        assertEquals(Answer.FALSE, key.attributes().extractable());
        assertEquals(Set.of("SIGN"), key.attributes().usages());
        SigningKey found = store.find(key.reference());
        assertEquals(key.publicKey(), found.publicKey());
        for (SignatureAlgorithm algorithm : algorithms(type)) {
            byte[] signature = found.sign(algorithm, CONTENT);
            assertTrue(
                    SignatureCheck.verifies(key.publicKey(), algorithm.identifier(), CONTENT, signature),
                    algorithm.word());
        }
    }

    private static List<SignatureAlgorithm> algorithms(KeyType type) {
        return Arrays.stream(SignatureAlgorithm.values())
                .filter(algorithm -> algorithm.family() == type.family())
                .toList();
    }

    @Test
    void anAlgorithmOfAnotherFamilyIsRefused() throws SigningException {
        SigningKey key = store.generate(KeyType.EC_P256, "family");
        assertThrows(SigningException.Rejected.class, () -> key.sign(SignatureAlgorithm.RSA_SHA256, CONTENT));
    }

    @Test
    void aTakenLabelIsRefused() throws SigningException {
        store.generate(KeyType.EC_P256, "twice");
        SigningException refused =
                assertThrows(SigningException.Rejected.class, () -> store.generate(KeyType.EC_P256, "twice"));
        assertTrue(String.valueOf(refused.getMessage()).contains("'twice'"), refused.getMessage());
    }

    @Test
    void aKeyOfAnotherTokenIsNotLookedFor() throws SigningException {
        KeyReference here = store.generate(KeyType.EC_P256, "here").reference();
        KeyReference elsewhere = new KeyReference("Other", here.tokenSerial(), here.keyId(), here.label());
        SigningException missing = assertThrows(SigningException.KeyMissing.class, () -> store.find(elsewhere));
        assertTrue(String.valueOf(missing.getMessage()).contains("'Other'"), missing.getMessage());
        KeyReference replaced = new KeyReference(here.tokenLabel(), "00", here.keyId(), here.label());
        assertThrows(SigningException.KeyMissing.class, () -> store.find(replaced));
    }

    @Test
    void anUnknownIdentifierIsMissing() {
        TokenIdentity identity = store.identity();
        KeyReference unknown = new KeyReference(identity.label(), identity.serialNumber(), "abcd", "nobody");
        assertThrows(SigningException.KeyMissing.class, () -> store.find(unknown));
    }

    @Test
    void twoKeysWithOneIdentifierAreNeitherListedNorFound() throws Exception {
        SigningKey key = store.generate(KeyType.EC_P384, "first of two");
        Cryptoki other = Cryptoki.load(new FunctionListSource.LibraryFile(fixture.hsm.library()));
        long slot = TokenFinder.find(other.library(), HsmFixture.SELECTOR).slotId();
        long session = other.sessions().open(slot, true);
        TestKeys.generateP384(new Session(other, session), key.reference().keyId(), "second of two");
        other.sessions().close(session);
        SigningException missing = assertThrows(SigningException.KeyMissing.class, () -> store.find(key.reference()));
        assertTrue(String.valueOf(missing.getMessage()).contains("2 signing keys"), missing.getMessage());
        assertTrue(store.keys().stream()
                .noneMatch(found ->
                        found.reference().keyId().equals(key.reference().keyId())));
    }

    @Test
    void keysAreListedWithTheirPublicHalf() throws SigningException {
        SigningKey key = store.generate(KeyType.ED25519, "listed");
        SigningKey listed = store.keys().stream()
                .filter(found -> found.reference().equals(key.reference()))
                .findFirst()
                .orElseThrow();
        assertArrayEquals(key.publicKey().encoded(), listed.publicKey().encoded());
    }
}
