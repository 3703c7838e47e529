package cairn.hsm.signer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.signing.KeyReference;
import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.signing.TokenIdentity;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What the engine sees of tokens that have odd keys, give odd answers, or fail. */
final class TokenKeyStoreTest {
    private static final KeySpec P256 = new KeySpec.Ec(Curve.P256);

    private final FakeToken token = new FakeToken();
    private byte[] publicKey = {};

    @BeforeEach
    void oneKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        publicKey = generator.generateKeyPair().getPublic().getEncoded();
        add("0a", "root", P256);
    }

    private void add(String id, String label, KeySpec spec) {
        token.keys.add(new KeyRef(id, label, spec));
        token.publicKeys.put(id, publicKey);
    }

    private static List<String> labels(List<SigningKey> keys) {
        return keys.stream().map(key -> key.reference().label()).toList();
    }

    @Test
    void theIdentityIsTheTokensAndSoftwareIsSaidToBeSoftware() throws Exception {
        assertEquals(
                new TokenIdentity("granite", "J1", "maker", "model", TokenIdentity.Kind.PKCS11),
                TokenKeyStore.over(token).identity());
        token.software = true;
        assertEquals(
                TokenIdentity.Kind.SOFTWARE,
                TokenKeyStore.over(token).identity().kind());
    }

    @Test
    void onlyKindsOfTheEngineAreOffered() throws Exception {
        assertEquals(
                Set.of(KeyType.EC_P256, KeyType.ML_DSA_87),
                TokenKeyStore.over(token).offers());
    }

    @Test
    void keysThatCannotBeUsedDoNotHideTheOthers() throws Exception {
        add("0b", "twin", P256);
        add("0b", "other twin", P256);
        add("0c", "foreign kind", new KeySpec.SlhDsa("256f"));
        add("0d", "public half twice", P256);
        token.publicKeys.remove("0d");
        add("0e", "last", P256);
        assertEquals(List.of("root", "last"), labels(TokenKeyStore.over(token).keys()));
    }

    @Test
    void aFailureThatIsNotAboutOneKeyIsNotPassedOver() throws Exception {
        TokenKeyStore store = TokenKeyStore.over(token);
        token.publicKeys.put("0a", new byte[] {0x30, 1});
        assertInstanceOf(SigningException.Rejected.class, assertThrows(SigningException.class, store::keys));
        token.failure = new TokenException(Failure.TOKEN_ABSENT, "gone");
        for (var work : List.<Executable>of(
                store::keys,
                store::offers,
                () -> store.generate(KeyType.EC_P256, "new"),
                () -> TokenKeyStore.over(token))) {
            SigningException told = assertThrows(SigningException.TokenAbsent.class, work);
            assertSame(token.failure, told.getCause());
        }
    }

    @Test
    void aKeyIsFoundOnItsOwnTokenOnly() throws Exception {
        TokenKeyStore store = TokenKeyStore.over(token);
        SigningKey key = store.find(new KeyReference("granite", "J1", "0a", "renamed"));
        assertEquals(new KeyReference("granite", "J1", "0a", "root"), key.reference());
        assertArrayEquals(publicKey, key.publicKey().encoded());
        int asked = token.asked.size();
        for (KeyReference elsewhere : List.of(
                new KeyReference("granite", "J2", "0a", "root"), new KeyReference("basalt", "J1", "0a", "root"))) {
            SigningException missing = assertThrows(SigningException.KeyMissing.class, () -> store.find(elsewhere));
            assertTrue(
                    String.valueOf(missing.getMessage()).contains("but this is 'granite' (serial number J1)"),
                    missing.getMessage());
        }
        assertEquals(asked, token.asked.size(), "the wrong token was searched");
        add("0a", "again", P256);
        SigningException two = assertThrows(
                SigningException.KeyMissing.class, () -> store.find(new KeyReference("granite", "J1", "0a", "root")));
        assertTrue(String.valueOf(two.getMessage()).contains("has 2 signing keys"), two.getMessage());
        SigningException none = assertThrows(
                SigningException.KeyMissing.class, () -> store.find(new KeyReference("granite", "J1", "0f", "root")));
        assertTrue(String.valueOf(none.getMessage()).contains("has 0 signing keys"), none.getMessage());
    }

    @Test
    void whatIsGeneratedIsOfTheKindThatWasAskedFor() throws Exception {
        SigningKey made = TokenKeyStore.over(token).generate(KeyType.ML_DSA_44, "new");
        assertEquals("generate MlDsa[parameterSet=44] new", token.asked.getLast());
        assertEquals("root", made.reference().label());
    }

    @Test
    void anAlgorithmOfAnotherFamilyIsRefusedBeforeTheTokenIsAsked() throws Exception {
        SigningKey key = TokenKeyStore.over(token).keys().getFirst();
        int asked = token.asked.size();
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            if (algorithm.family() != KeyType.Family.EC) {
                assertThrows(SigningException.Rejected.class, () -> key.sign(algorithm, new byte[] {1}));
            }
        }
        assertEquals(asked, token.asked.size());
    }

    @Test
    void whatIsNoSignatureIsAnUnknownOutcomeBecauseTheTokenDidSomething() throws Exception {
        SigningKey key = TokenKeyStore.over(token).keys().getFirst();
        for (int length : new int[] {0, 1, 63}) {
            token.signature = new byte[length];
            assertThrows(
                    SigningException.UnknownOutcome.class,
                    () -> key.sign(SignatureAlgorithm.ECDSA_SHA256, new byte[] {1, 2}));
        }
        assertEquals("sign root Ecdsa[digest=SHA256] 0102", token.asked.getLast());
        token.signature = new byte[] {1, 2};
        assertArrayEquals(
                new byte[] {0x30, 6, 2, 1, 1, 2, 1, 2}, key.sign(SignatureAlgorithm.ECDSA_SHA256, new byte[] {1}));
    }

    @Test
    void signaturesOfOtherFamiliesArePassedOnAsTheyAre() throws Exception {
        token.keys.clear();
        add("0a", "lattice", new KeySpec.MlDsa(65));
        token.signature = new byte[] {9, 8, 7};
        SigningKey key = TokenKeyStore.over(token).keys().getFirst();
        assertArrayEquals(token.signature, key.sign(SignatureAlgorithm.ML_DSA_65, new byte[] {1}));
        assertEquals("sign lattice MlDsa[] 01", token.asked.getLast());
    }

    @Test
    void theTokenIsClosedWithIt() throws Exception {
        TokenKeyStore.over(token).close();
        assertEquals(1, token.closed);
    }
}
