package cairn.hsm.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.cryptoki.CryptokiFunction;
import cairn.hsm.cryptoki.ReturnValue;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.testkit.SoftHsm;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rung of the ladder of recovery, with return values put between SoftHSM and the binding. */
final class FaultTest {
    private static final SignMechanism ECDSA = new SignMechanism.Ecdsa(Digest.SHA256);
    private static final byte[] MESSAGE = {1, 2, 3};

    @TempDir
    Path folder;

    private Interposer interposer;
    private HsmFixture fixture;
    private Token token;
    private KeyRef key;

    @BeforeEach
    void open() throws Throwable {
        interposer = new Interposer(SoftHsm.in(folder.resolve("unused")).library());
        fixture = HsmFixture.in(folder, interposer);
        token = fixture.login(1, Duration.ofSeconds(30));
        key = token.generateKeyPair(new KeySpec.Ec(Curve.P256), "faults");
        token.sign(key, ECDSA, MESSAGE);
    }

    @AfterEach
    void close() {
        if (fixture != null) {
            fixture.close();
        }
        interposer.close();
    }

    private void signs() throws Exception {
        assertTrue(Signatures.verifies(token.publicKey(key), ECDSA, MESSAGE, token.sign(key, ECDSA, MESSAGE)));
    }

    private TokenException fails() {
        return assertThrows(TokenException.class, () -> token.sign(key, ECDSA, MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                ReturnValue.OBJECT_HANDLE_INVALID,
                ReturnValue.KEY_HANDLE_INVALID,
                ReturnValue.SESSION_HANDLE_INVALID,
                ReturnValue.SESSION_CLOSED,
                ReturnValue.OPERATION_ACTIVE,
                ReturnValue.USER_NOT_LOGGED_IN,
                ReturnValue.CRYPTOKI_NOT_INITIALIZED,
                ReturnValue.TOKEN_NOT_PRESENT,
                ReturnValue.DEVICE_REMOVED,
                ReturnValue.DEVICE_ERROR,
                ReturnValue.GENERAL_ERROR
            })
    void aFailureBeforeSigningIsMendedOnce(long returnValue) throws Exception {
        int before = interposer.calls(CryptokiFunction.C_Sign);
        interposer.refuse(CryptokiFunction.C_SignInit, returnValue);
        signs();
        assertEquals(before + 1, interposer.calls(CryptokiFunction.C_Sign));
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                ReturnValue.SESSION_HANDLE_INVALID,
                ReturnValue.OPERATION_NOT_INITIALIZED,
                ReturnValue.USER_NOT_LOGGED_IN,
                ReturnValue.CRYPTOKI_NOT_INITIALIZED
            })
    void signingThatWasNotBegunIsTriedAgain(long returnValue) throws Exception {
        interposer.refuse(CryptokiFunction.C_Sign, returnValue);
        signs();
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                ReturnValue.GENERAL_ERROR,
                ReturnValue.FUNCTION_FAILED,
                ReturnValue.DEVICE_ERROR,
                ReturnValue.DEVICE_REMOVED,
                ReturnValue.DEVICE_MEMORY,
                ReturnValue.HOST_MEMORY,
                ReturnValue.FUNCTION_CANCELED,
                ReturnValue.SESSION_CLOSED,
                0x80000001L
            })
    void aLostAnswerIsAnUnknownOutcomeAndNotRepeated(long returnValue) throws Exception {
        int before = interposer.calls(CryptokiFunction.C_Sign);
        interposer.loseAnswer(CryptokiFunction.C_Sign, returnValue);
        TokenException lost = fails();
        assertEquals(Failure.UNKNOWN_OUTCOME, lost.failure());
        assertEquals("C_Sign", lost.function());
        assertEquals(returnValue, lost.returnValue());
        assertEquals(before + 1, interposer.calls(CryptokiFunction.C_Sign));
        signs();
    }

    @ParameterizedTest
    @ValueSource(longs = {0x68, 0x70, 0x71, 0x21})
    void aRefusalIsNotRetried(long returnValue) throws Exception {
        int before = interposer.calls(CryptokiFunction.C_SignInit);
        interposer.refuse(CryptokiFunction.C_SignInit, returnValue);
        TokenException refused = fails();
        assertEquals(Failure.REJECTED, refused.failure());
        assertEquals(before + 1, interposer.calls(CryptokiFunction.C_SignInit));
        assertTrue(String.valueOf(refused.getMessage()).contains("C_SignInit returned CKR_"), refused.getMessage());
        assertTrue(String.valueOf(refused.getMessage()).contains("'faults'"), refused.getMessage());
        signs();
    }

    @Test
    void thereIsOneRetryAndNoSecond() throws Exception {
        int before = interposer.calls(CryptokiFunction.C_SignInit);
        interposer.refuse(CryptokiFunction.C_SignInit, ReturnValue.SESSION_HANDLE_INVALID);
        interposer.refuse(CryptokiFunction.C_SignInit, ReturnValue.SESSION_HANDLE_INVALID);
        fails();
        assertEquals(before + 2, interposer.calls(CryptokiFunction.C_SignInit));
        signs();
    }

    @Test
    void aFailureOfTheRetryToldWithItsFirstCause() {
        interposer.refuse(CryptokiFunction.C_SignInit, ReturnValue.SESSION_HANDLE_INVALID);
        interposer.loseAnswer(CryptokiFunction.C_Sign, ReturnValue.DEVICE_ERROR);
        TokenException lost = fails();
        assertEquals(Failure.UNKNOWN_OUTCOME, lost.failure());
        assertEquals(1, lost.getSuppressed().length);
        assertTrue(String.valueOf(lost.getMessage()).contains("CKR_SESSION_HANDLE_INVALID"), lost.getMessage());
    }

    @Test
    void aSignatureByAnotherKeyAfterARecoveryIsThrownAway() throws Exception {
        KeyRef other = token.generateKeyPair(new KeySpec.Ec(Curve.P256), "another");
        long[] otherHandle = new long[1];
        interposer.script(CryptokiFunction.C_SignInit, (library, arguments) -> {
            otherHandle[0] = (long) arguments[2];
            return (long) library.invokeWithArguments(arguments);
        });
        token.sign(other, ECDSA, MESSAGE);
        interposer.refuse(CryptokiFunction.C_SignInit, ReturnValue.KEY_HANDLE_INVALID);
        interposer.script(CryptokiFunction.C_SignInit, (library, arguments) -> {
            arguments[2] = otherHandle[0];
            return (long) library.invokeWithArguments(arguments);
        });
        assertEquals(Failure.KEY_MISSING, fails().failure());
        signs();
    }

    @Test
    void aLibraryThatDoesNotComeBackIsLeftAloneForAWhile() throws Exception {
        interposer.refuse(CryptokiFunction.C_SignInit, ReturnValue.DEVICE_ERROR);
        interposer.refuse(CryptokiFunction.C_Initialize, ReturnValue.DEVICE_ERROR);
        assertEquals(Failure.TOKEN_ABSENT, fails().failure());
        int before = interposer.calls(CryptokiFunction.C_Initialize);
        TokenException early = fails();
        assertEquals(Failure.TOKEN_ABSENT, early.failure());
        assertTrue(String.valueOf(early.getMessage()).contains("next attempt"), early.getMessage());
        assertEquals(before, interposer.calls(CryptokiFunction.C_Initialize));
        fixture.clock.advance(Duration.ofSeconds(2));
        signs();
    }

    @Test
    void aKeyPairWhoseAnswerIsLostMayExist() throws Exception {
        interposer.loseAnswer(CryptokiFunction.C_GenerateKeyPair, ReturnValue.DEVICE_ERROR);
        TokenException lost =
                assertThrows(TokenException.class, () -> token.generateKeyPair(new KeySpec.Ec(Curve.P256), "perhaps"));
        assertEquals(Failure.UNKNOWN_OUTCOME, lost.failure());
        assertTrue(token.keys().stream().anyMatch(found -> found.label().equals("perhaps")));
        TokenException taken =
                assertThrows(TokenException.class, () -> token.generateKeyPair(new KeySpec.Ec(Curve.P256), "perhaps"));
        assertEquals(Failure.KEY_EXISTS, taken.failure());
    }

    @Test
    void aKeyPairThatCannotBeReadBackIsAnUnknownOutcome() {
        interposer.script(CryptokiFunction.C_GenerateKeyPair, (library, arguments) -> {
            long rv = (long) library.invokeWithArguments(arguments);
            interposer.refuse(CryptokiFunction.C_GetAttributeValue, ReturnValue.DEVICE_ERROR);
            return rv;
        });
        TokenException lost =
                assertThrows(TokenException.class, () -> token.generateKeyPair(new KeySpec.Ec(Curve.P256), "unread"));
        assertEquals(Failure.UNKNOWN_OUTCOME, lost.failure());
    }

    @Test
    void edwardsParametersFallBackToTheName() throws Exception {
        int before = interposer.calls(CryptokiFunction.C_GenerateKeyPair);
        interposer.refuse(CryptokiFunction.C_GenerateKeyPair, ReturnValue.DOMAIN_PARAMS_INVALID);
        KeyRef ed = token.generateKeyPair(new KeySpec.Ed25519(), "by name");
        assertEquals(before + 2, interposer.calls(CryptokiFunction.C_GenerateKeyPair));
        SignMechanism edDsa = new SignMechanism.EdDsa();
        assertTrue(Signatures.verifies(token.publicKey(ed), edDsa, MESSAGE, token.sign(ed, edDsa, MESSAGE)));
    }

    @Test
    void otherKindsAreNotTriedWithOtherParameters() {
        int before = interposer.calls(CryptokiFunction.C_GenerateKeyPair);
        interposer.refuse(CryptokiFunction.C_GenerateKeyPair, ReturnValue.DOMAIN_PARAMS_INVALID);
        TokenException refused =
                assertThrows(TokenException.class, () -> token.generateKeyPair(new KeySpec.Ec(Curve.P521), "once"));
        assertEquals(Failure.REJECTED, refused.failure());
        assertEquals(before + 1, interposer.calls(CryptokiFunction.C_GenerateKeyPair));
    }

    @Test
    void aSignatureLongerThanTheBufferIsFetchedAgain() throws Exception {
        interposer.script(CryptokiFunction.C_Sign, (library, arguments) -> {
            @SuppressWarnings("restricted")
            MemorySegment length = ((MemorySegment) arguments[4]).reinterpret(8);
            length.set(ValueLayout.JAVA_LONG, 0, 20_000);
            return ReturnValue.BUFFER_TOO_SMALL;
        });
        signs();
    }

    @Test
    void destroyingThatIsNotAnsweredIsUnknown() {
        interposer.loseAnswer(CryptokiFunction.C_DestroyObject, ReturnValue.DEVICE_ERROR);
        TokenException lost = assertThrows(TokenException.class, () -> token.destroy(key));
        assertEquals(Failure.UNKNOWN_OUTCOME, lost.failure());
        assertFalse(String.valueOf(lost.getMessage()).isBlank());
    }

    @Test
    void aFailedSearchDoesNotBlockTheSession() throws Exception {
        interposer.refuse(CryptokiFunction.C_FindObjects, ReturnValue.FUNCTION_FAILED);
        assertThrows(TokenException.class, () -> token.keys());
        assertEquals(1, token.keys().size());
    }
}
