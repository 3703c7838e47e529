package cairn.hsm.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.keys.SignatureProof;
import cairn.hsm.token.KeyProof;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenModule.ObjectInfo;
import cairn.testkit.SoftHsm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys of every kind that SoftHSM offers: generated, found, proved, used, destroyed. */
final class KeyLifeTest {
    private static final byte[] MESSAGE = "to be signed".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private static HsmFixture fixture;
    private static Token token;

    @BeforeAll
    static void open() throws TokenException {
        fixture = HsmFixture.in(folder);
        token = fixture.login();
    }

    @AfterAll
    static void close() {
        if (fixture != null) {
            fixture.close();
        }
    }

    static List<KeySpec> kinds() {
        return List.of(
                new KeySpec.Ec(Curve.P256),
                new KeySpec.Ec(Curve.P384),
                new KeySpec.Ec(Curve.P521),
                new KeySpec.Rsa(2048),
                new KeySpec.Rsa(3072),
                new KeySpec.Ed25519());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void signsWithEveryMechanismOfItsKind(KeySpec spec) throws Exception {
        KeyRef key = token.generateKeyPair(spec, "signs " + spec);
        byte[] info = token.publicKey(key);
        for (SignMechanism how : Signatures.mechanisms(spec)) {
            byte[] signature = token.sign(key, how, MESSAGE);
            assertTrue(Signatures.verifies(info, how, MESSAGE, signature), () -> how + " by the platform");
            assertTrue(SignatureProof.verifies(info, how, MESSAGE, signature), () -> how + " by the own check");
            assertFalse(
                    SignatureProof.verifies(info, how, new byte[1], signature), () -> how + " over another message");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isProvedToBeConfinedToTheToken(KeySpec spec) throws TokenException {
        KeyProof proof = token.proof(token.generateKeyPair(spec, "proof " + spec));
        assertEquals(Set.of(), proof.deviations());
        for (String holds : List.of(
                "CKA_LOCAL",
                "CKA_SENSITIVE",
                "CKA_ALWAYS_SENSITIVE",
                "CKA_NEVER_EXTRACTABLE",
                "CKA_PRIVATE",
                "CKA_TOKEN",
                "CKA_SIGN")) {
            assertEquals(true, proof.answers().get(holds), holds);
        }
        for (String not : List.of("CKA_EXTRACTABLE", "CKA_DECRYPT", "CKA_UNWRAP", "CKA_DERIVE", "CKA_SIGN_RECOVER")) {
            assertEquals(false, proof.answers().get(not), not);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isListedAndIsGoneOnceDestroyed(KeySpec spec) throws TokenException {
        KeyRef key = token.generateKeyPair(spec, "listed " + spec);
        assertTrue(token.keys().contains(key));
        assertEquals(32, key.id().length(), "16 octets of CKA_ID");
        token.destroy(key);
        assertFalse(token.keys().contains(key));
        TokenException gone = assertThrows(TokenException.class, () -> token.publicKey(key));
        assertEquals(Failure.KEY_MISSING, gone.failure());
        assertFalse(fixture.module.objects(HsmFixture.SELECTOR, HsmFixture.pin(SoftHsm.PIN)).stream()
                .anyMatch(object -> key.id().equals(object.attributes().get("CKA_ID"))));
    }

    @Test
    void offersWhatSoftHsmHas() throws TokenException {
        Set<KeySpec> offered = token.offers();
        assertTrue(offered.containsAll(kinds()), offered.toString());
        assertTrue(offered.contains(new KeySpec.Rsa(4096)));
        assertFalse(offered.stream().anyMatch(KeySpec.MlDsa.class::isInstance), offered.toString());
    }

    @Test
    void aTakenLabelIsRefused() throws TokenException {
        token.generateKeyPair(new KeySpec.Ec(Curve.P256), "taken");
        int before = token.keys().size();
        TokenException refused =
                assertThrows(TokenException.class, () -> token.generateKeyPair(new KeySpec.Rsa(2048), "taken"));
        assertEquals(Failure.KEY_EXISTS, refused.failure());
        assertEquals(before, token.keys().size());
    }

    @Test
    void twoKeysHaveTwoIdentifiers() throws TokenException {
        KeyRef one = token.generateKeyPair(new KeySpec.Ec(Curve.P256), "one");
        KeyRef two = token.generateKeyPair(new KeySpec.Ec(Curve.P256), "two");
        assertNotEquals(one.id(), two.id());
    }

    @Test
    void aLabelIsNeeded() {
        TokenException refused =
                assertThrows(TokenException.class, () -> token.generateKeyPair(new KeySpec.Ed25519(), " "));
        assertEquals(Failure.BAD_REQUEST, refused.failure());
    }

    @Test
    void aMechanismOfAnotherKindIsRefusedBeforeTheTokenIsAsked() throws TokenException {
        KeyRef key = token.generateKeyPair(new KeySpec.Ec(Curve.P256), "wrong mechanism");
        TokenException refused = assertThrows(
                TokenException.class, () -> token.sign(key, new SignMechanism.RsaPkcs(Digest.SHA256), MESSAGE));
        assertEquals(Failure.BAD_REQUEST, refused.failure());
    }

    @Test
    void slhDsaIsNotOffered() {
        TokenException refused =
                assertThrows(TokenException.class, () -> token.generateKeyPair(new KeySpec.SlhDsa("128s"), "slh"));
        assertEquals(Failure.REJECTED, refused.failure());
    }

    @Test
    void aReferenceWithAnotherKindOrIdentifierFindsNothing() throws TokenException {
        KeyRef key = token.generateKeyPair(new KeySpec.Ec(Curve.P256), "reference");
        KeyRef other = new KeyRef(key.id(), key.label(), new KeySpec.Ec(Curve.P384));
        assertEquals(
                Failure.KEY_MISSING,
                assertThrows(TokenException.class, () -> token.publicKey(other)).failure());
        KeyRef absent = new KeyRef("00ff00ff", key.label(), key.spec());
        assertEquals(
                Failure.KEY_MISSING,
                assertThrows(TokenException.class, () -> token.proof(absent)).failure());
    }

    @Test
    void longMessagesAreSignedWhole() throws Exception {
        KeyRef ed = token.generateKeyPair(new KeySpec.Ed25519(), "long message");
        byte[] message = new byte[300_000];
        message[message.length - 1] = 7;
        byte[] signature = token.sign(ed, new SignMechanism.EdDsa(), message);
        assertTrue(Signatures.verifies(token.publicKey(ed), new SignMechanism.EdDsa(), message, signature));
    }

    @Test
    void edwardsSignaturesAreDeterministicAndEcdsaOnesAreNot() throws TokenException {
        KeyRef ed = token.generateKeyPair(new KeySpec.Ed25519(), "deterministic");
        SignMechanism edDsa = new SignMechanism.EdDsa();
        assertArrayEquals(token.sign(ed, edDsa, MESSAGE), token.sign(ed, edDsa, MESSAGE));
        KeyRef ec = token.generateKeyPair(new KeySpec.Ec(Curve.P256), "random");
        SignMechanism ecdsa = new SignMechanism.Ecdsa(Digest.SHA256);
        assertFalse(Arrays.equals(token.sign(ec, ecdsa, MESSAGE), token.sign(ec, ecdsa, MESSAGE)));
        assertEquals(64, token.sign(ec, ecdsa, MESSAGE).length);
    }

    @Test
    void randomOctetsAreAsManyAsAskedFor() throws TokenException {
        assertEquals(0, token.random(0).length);
        assertEquals(33, token.random(33).length);
        for (int impossible : new int[] {-1, Integer.MIN_VALUE, (1 << 20) + 1}) {
            TokenException refused = assertThrows(TokenException.class, () -> token.random(impossible));
            assertEquals(Failure.BAD_REQUEST, refused.failure());
        }
    }

    @Test
    void privateObjectsAreListedOnlyWithAPin() throws TokenException {
        KeyRef key = token.generateKeyPair(new KeySpec.Ec(Curve.P384), "in the list");
        List<ObjectInfo> all = fixture.module.objects(HsmFixture.SELECTOR, HsmFixture.pin(SoftHsm.PIN));
        ObjectInfo secret = all.stream()
                .filter(object -> object.objectClass().equals("CKO_PRIVATE_KEY"))
                .filter(object -> key.id().equals(object.attributes().get("CKA_ID")))
                .findFirst()
                .orElseThrow();
        assertEquals("in the list", secret.attributes().get("CKA_LABEL"));
        assertEquals("CKK_EC", secret.attributes().get("CKA_KEY_TYPE"));
        assertEquals("CK_TRUE", secret.attributes().get("CKA_SENSITIVE"));
        assertFalse(secret.attributes().containsKey("CKA_VALUE"));
        ObjectInfo open = all.stream()
                .filter(object -> object.objectClass().equals("CKO_PUBLIC_KEY"))
                .filter(object -> key.id().equals(object.attributes().get("CKA_ID")))
                .findFirst()
                .orElseThrow();
        assertEquals("06052b81040022", open.attributes().get("CKA_EC_PARAMS"));
    }
}
