package cairn.hsm.keys;

import static cairn.hsm.cryptoki.CryptokiFunction.C_GenerateKeyPair;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GetAttributeValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.cryptoki.Abi;
import cairn.hsm.cryptoki.Constants.Cka;
import cairn.hsm.cryptoki.Constants.Ckk;
import cairn.hsm.cryptoki.Constants.Cko;
import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.Names;
import cairn.hsm.cryptoki.ReturnValue;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.vendor.Quirks;
import cairn.testkit.SeededRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a token that generates a key, and what becomes of one that is not as asked for. */
final class KeyGeneratorTest {
    private static final long PUBLIC = 21;
    private static final long PRIVATE = 22;
    private static final KeySpec ED25519 = new KeySpec.Ed25519();

    private final StubObjects stub = new StubObjects();
    private final List<Map<Long, byte[]>> publicTemplates = new ArrayList<>();
    private final List<Map<Long, byte[]>> privateTemplates = new ArrayList<>();
    private final List<String> mechanisms = new ArrayList<>();
    private final Queue<Long> refusals = new ArrayDeque<>();

    /** How the token spoils the private half, then the public one. */
    private Consumer<Map<Long, byte[]>> spoilPrivate = key -> {};

    private Consumer<Map<Long, byte[]>> spoilPublic = key -> {};

    KeyGeneratorTest() {
        stub.library.on(C_GenerateKeyPair, call -> {
            mechanisms.add(Names.mechanism(Abi.POSIX.readUlong(call.at(1, 8), 0)));
            publicTemplates.add(call.template(2, call.number(3)));
            privateTemplates.add(call.template(4, call.number(5)));
            if (!refusals.isEmpty()) {
                return refusals.remove();
            }
            Map<Long, byte[]> publicKey = StubObjects.publicKey(new byte[0], "", 3);
            publicKey.putAll(publicTemplates.getLast());
            spoilPublic.accept(publicKey);
            Map<Long, byte[]> privateKey = StubObjects.privateKey(new byte[0], "");
            privateKey.putAll(privateTemplates.getLast());
            spoilPrivate.accept(privateKey);
            stub.objects.put(PUBLIC, publicKey);
            stub.objects.put(PRIVATE, privateKey);
            call.putUlong(6, 0, PUBLIC);
            call.putUlong(7, 0, PRIVATE);
            return ReturnValue.OK;
        });
    }

    @AfterEach
    void close() {
        stub.close();
    }

    private KeyRef generate(KeySpec spec, Quirks quirks) throws Exception {
        return new KeyGenerator(SeededRandom.of(5), quirks).generate(stub.session(), spec, "root");
    }

    private TokenException refused(Failure failure, KeySpec spec) {
        TokenException refused = assertThrows(TokenException.class, () -> generate(spec, Quirks.NONE));
        assertEquals(failure, refused.failure(), refused.getMessage());
        return refused;
    }

    private static Map<String, String> words(Map<Long, byte[]> template) {
        Map<String, String> words = new TreeMap<>();
        template.forEach(
                (type, value) -> words.put(Names.attribute(type), HexFormat.of().formatHex(value)));
        return words;
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(
                        new KeySpec.Ec(Curve.P256),
                        "CKM_EC_KEY_PAIR_GEN",
                        Map.of("CKA_EC_PARAMS", "06082a8648ce3d030107")),
                Arguments.of(
                        new KeySpec.Ec(Curve.P384), "CKM_EC_KEY_PAIR_GEN", Map.of("CKA_EC_PARAMS", "06052b81040022")),
                Arguments.of(
                        new KeySpec.Ec(Curve.P521), "CKM_EC_KEY_PAIR_GEN", Map.of("CKA_EC_PARAMS", "06052b81040023")),
                Arguments.of(ED25519, "CKM_EC_EDWARDS_KEY_PAIR_GEN", Map.of("CKA_EC_PARAMS", "06032b6570")),
                Arguments.of(
                        new KeySpec.Rsa(3072),
                        "CKM_RSA_PKCS_KEY_PAIR_GEN",
                        Map.of("CKA_MODULUS_BITS", "000c000000000000", "CKA_PUBLIC_EXPONENT", "010001")),
                Arguments.of(
                        new KeySpec.MlDsa(44),
                        "CKM_ML_DSA_KEY_PAIR_GEN",
                        Map.of("CKA_PARAMETER_SET", "0100000000000000")),
                Arguments.of(
                        new KeySpec.MlDsa(87),
                        "CKM_ML_DSA_KEY_PAIR_GEN",
                        Map.of("CKA_PARAMETER_SET", "0300000000000000")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyUsageIsStatedForEachKind(KeySpec spec, String mechanism, Map<String, String> own) {
        refusals.add(ReturnValue.MECHANISM_INVALID);
        assertThrows(CryptokiException.class, () -> generate(spec, Quirks.NONE));
        assertEquals(List.of(mechanism), mechanisms);
        byte[] id = Objects.requireNonNull(publicTemplates.getFirst().get(Cka.ID));
        assertEquals(16, id.length);
        Map<String, String> common = Map.of("CKA_ID", HexFormat.of().formatHex(id), "CKA_LABEL", "726f6f74");
        Map<String, String> expected = new TreeMap<>(common);
        expected.putAll(own);
        expected.putAll(Map.of(
                "CKA_TOKEN", "01",
                "CKA_PRIVATE", "00",
                "CKA_VERIFY", "01",
                "CKA_VERIFY_RECOVER", "00",
                "CKA_ENCRYPT", "00",
                "CKA_WRAP", "00"));
        assertEquals(expected, words(publicTemplates.getFirst()));
        Map<String, String> secret = new TreeMap<>(common);
        secret.putAll(Map.of(
                "CKA_TOKEN", "01",
                "CKA_PRIVATE", "01",
                "CKA_SENSITIVE", "01",
                "CKA_EXTRACTABLE", "00",
                "CKA_SIGN", "01",
                "CKA_SIGN_RECOVER", "00",
                "CKA_DECRYPT", "00",
                "CKA_UNWRAP", "00",
                "CKA_DERIVE", "00"));
        assertEquals(secret, words(privateTemplates.getFirst()));
    }

    @Test
    void attributesThatAMakeDoesNotTakeAreLeftOutOfBothTemplates() throws Exception {
        generate(ED25519, new Quirks(false, Set.of(Cka.SIGN_RECOVER, Cka.VERIFY_RECOVER), ""));
        assertTrue(!publicTemplates.getFirst().containsKey(Cka.VERIFY_RECOVER)
                && publicTemplates.getFirst().containsKey(Cka.VERIFY));
        assertTrue(!privateTemplates.getFirst().containsKey(Cka.SIGN_RECOVER)
                && privateTemplates.getFirst().containsKey(Cka.DECRYPT));
    }

    @ParameterizedTest
    @ValueSource(longs = {0x130, 0x140, 0x13, 0xD1})
    void edwardsParametersAreGivenInTheOtherFormWhenTheFirstIsRefused(long returnValue) throws Exception {
        for (boolean byName : new boolean[] {false, true}) {
            publicTemplates.clear();
            stub.objects.clear();
            refusals.add(returnValue);
            KeyRef key = generate(ED25519, new Quirks(byName, Set.of(), ""));
            byte[] first = byName ? Curves.EDWARDS_NAME : Curves.EDWARDS_OID;
            byte[] second = byName ? Curves.EDWARDS_OID : Curves.EDWARDS_NAME;
            assertArrayEquals(first, publicTemplates.get(0).get(Cka.EC_PARAMS));
            assertArrayEquals(second, publicTemplates.get(1).get(Cka.EC_PARAMS));
            assertEquals(
                    key.id(), HexFormat.of().formatHex(publicTemplates.get(1).get(Cka.ID)));
        }
    }

    @Test
    void otherRefusalsAndSecondOnesAreNotTriedAgain() {
        refusals.add(ReturnValue.DEVICE_MEMORY);
        assertThrows(CryptokiException.class, () -> generate(ED25519, Quirks.NONE));
        assertEquals(1, mechanisms.size());
        refusals.add(ReturnValue.CURVE_NOT_SUPPORTED);
        refusals.add(ReturnValue.TEMPLATE_INCONSISTENT);
        CryptokiException second = assertThrows(CryptokiException.class, () -> generate(ED25519, Quirks.NONE));
        assertTrue(second.is(ReturnValue.TEMPLATE_INCONSISTENT));
        assertEquals(3, mechanisms.size());
        refusals.add(ReturnValue.DOMAIN_PARAMS_INVALID);
        assertThrows(CryptokiException.class, () -> generate(new KeySpec.Ec(Curve.P256), Quirks.NONE));
        assertEquals(4, mechanisms.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {Cko.PRIVATE_KEY, Cko.PUBLIC_KEY, Cko.SECRET_KEY})
    void aLabelOfAnyKeyIsTaken(long objectClass) {
        stub.objects.put(1L, StubObjects.key(objectClass, Ckk.RSA, new byte[] {1}, "root"));
        TokenException taken = refused(Failure.KEY_EXISTS, ED25519);
        assertTrue(String.valueOf(taken.getMessage()).contains("'root'"));
        assertEquals(List.of(), mechanisms);
    }

    @Test
    void aCertificateMayHaveTheLabelButNothingMayHaveTheIdentifier() throws Exception {
        stub.objects.put(1L, StubObjects.key(1, 0, new byte[] {1}, "root"));
        KeyRef key = generate(ED25519, Quirks.NONE);
        byte[] id = HexFormat.of().parseHex(key.id());
        stub.objects.clear();
        // A random source that repeats itself.
        stub.objects.put(1L, StubObjects.key(1, 0, id, "certificate"));
        TokenException taken = refused(Failure.KEY_EXISTS, ED25519);
        assertTrue(String.valueOf(taken.getMessage()).contains(key.id()), taken.getMessage());
        assertEquals(1, mechanisms.size());
    }

    private void assertDestroyed(KeySpec spec, String why) {
        TokenException refused = refused(Failure.REJECTED, spec);
        assertTrue(String.valueOf(refused.getMessage()).endsWith("it was destroyed: " + why), refused.getMessage());
        assertEquals(List.of(PRIVATE, PUBLIC), stub.destroyed);
    }

    @Test
    void anExtractableKeyIsDestroyed() {
        spoilPrivate = key -> key.put(Cka.EXTRACTABLE, StubObjects.bool(true));
        assertDestroyed(ED25519, "it is extractable or not sensitive");
    }

    @Test
    void aKeyThatIsNotSensitiveIsDestroyed() {
        spoilPrivate = key -> key.put(Cka.SENSITIVE, StubObjects.bool(false));
        assertDestroyed(ED25519, "it is extractable or not sensitive");
    }

    @Test
    void aKeyOfAnotherKindIsDestroyed() {
        assertDestroyed(new KeySpec.Ec(Curve.P256), "its public key is not Ec[curve=P256]");
    }

    @Test
    void aPrivateHalfWithAnotherIdentifierIsDestroyed() {
        spoilPrivate = key -> key.put(Cka.ID, new byte[] {(byte) 0xab});
        assertDestroyed(ED25519, "its CKA_ID is ab");
    }

    @Test
    void aPublicHalfWithoutIdentifierIsDestroyed() {
        spoilPublic = key -> key.remove(Cka.ID);
        assertDestroyed(ED25519, "its CKA_ID is ");
    }

    @Test
    void silenceAboutAPromiseIsNoReasonToDestroy() throws Exception {
        spoilPrivate = key -> key.keySet().removeAll(Set.of(Cka.SENSITIVE, Cka.EXTRACTABLE, Cka.LOCAL));
        KeyRef key = generate(ED25519, Quirks.NONE);
        assertEquals(new KeyRef(key.id(), "root", ED25519), key);
        assertEquals(List.of(), stub.destroyed);
    }

    @Test
    void whatCannotBeReadBackIsAnUnknownOutcomeWithTheFunctionThatFailed() {
        stub.library.answer(C_GetAttributeValue, ReturnValue.DEVICE_ERROR);
        TokenException unknown = refused(Failure.UNKNOWN_OUTCOME, ED25519);
        assertEquals("C_GetAttributeValue", unknown.function());
        assertEquals(ReturnValue.DEVICE_ERROR, unknown.returnValue());
        assertEquals(List.of(), stub.destroyed);
    }
}
