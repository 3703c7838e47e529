package cairn.hsm.fault;

import static cairn.testkit.pkcs11.Function.C_Initialize;
import static cairn.testkit.pkcs11.Function.C_Login;
import static cairn.testkit.pkcs11.Function.C_Sign;
import static cairn.testkit.pkcs11.Function.C_SignInit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.testkit.pkcs11.Fault;
import cairn.testkit.pkcs11.Function;
import cairn.testkit.pkcs11.NativeLayout;
import cairn.testkit.pkcs11.Pkcs11;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rung: the key again, the session again, the log-in again, the library again; one retry, never two. */
final class RecoveryLadderTest {
    private static final KeySpec P256 = new KeySpec.Ec(Curve.P256);

    private Bench bench;
    private Token token;
    private KeyRef key;

    @BeforeEach
    void open() throws Exception {
        bench = Bench.posix();
        token = bench.open();
        key = token.generateKeyPair(P256, "root");
        Verified.sign(token, key);
    }

    @AfterEach
    void close() {
        bench.script().release();
        token.close();
        bench.close();
    }

    private void sign() throws Exception {
        Verified.sign(token, key);
    }

    private byte[] signOnly() throws TokenException {
        return token.sign(key, Verified.mechanism(P256), Verified.MESSAGE);
    }

    private int calls(Function function) {
        return bench.script().calls(function);
    }

    static Stream<Arguments> rungs() {
        return Stream.of(
                // What happens; how often the user logs in again; how often the library is initialised again.
                Arguments.of(new Fault.ForgetHandles(), 0, 0),
                Arguments.of(new Fault.Refuse(Pkcs11.CKR_KEY_HANDLE_INVALID), 0, 0),
                Arguments.of(new Fault.Refuse(Pkcs11.CKR_OBJECT_HANDLE_INVALID), 0, 0),
                Arguments.of(new Fault.Refuse(Pkcs11.CKR_SESSION_HANDLE_INVALID), 0, 0),
                Arguments.of(new Fault.Refuse(Pkcs11.CKR_SESSION_CLOSED), 0, 0),
                Arguments.of(new Fault.Refuse(Pkcs11.CKR_OPERATION_ACTIVE), 0, 0),
                Arguments.of(new Fault.Refuse(Pkcs11.CKR_OPERATION_NOT_INITIALIZED), 0, 0),
                Arguments.of(new Fault.CloseSessions(), 1, 0),
                Arguments.of(new Fault.LogOut(), 1, 0),
                Arguments.of(new Fault.FinalizeByOther(), 1, 1),
                Arguments.of(new Fault.Refuse(Pkcs11.CKR_DEVICE_ERROR), 1, 1),
                Arguments.of(new Fault.Refuse(Pkcs11.CKR_DEVICE_REMOVED), 1, 1),
                Arguments.of(new Fault.Refuse(Pkcs11.CKR_TOKEN_NOT_PRESENT), 1, 1),
                Arguments.of(new Fault.Refuse(Pkcs11.CKR_GENERAL_ERROR), 1, 1));
    }

    @ParameterizedTest
    @MethodSource("rungs")
    void oneSignatureComesOutAllTheSame(Fault fault, int logins, int initialisations) throws Exception {
        int loginsBefore = calls(C_Login);
        int initialisationsBefore = calls(C_Initialize);
        int signed = bench.script().performed(C_Sign);
        bench.script().next(C_SignInit, fault);
        sign();
        assertEquals(logins, calls(C_Login) - loginsBefore, "log-ins");
        assertEquals(initialisations, calls(C_Initialize) - initialisationsBefore, "initialisations");
        assertEquals(1, bench.script().performed(C_Sign) - signed, "signatures");
        sign();
    }

    @ParameterizedTest
    @MethodSource("rungs")
    void theSameHoldsInTheLayoutOfWindows(Fault fault, int logins, int initialisations) throws Exception {
        try (Bench windows = new Bench(NativeLayout.WINDOWS);
                Token there = windows.open()) {
            KeyRef root = there.generateKeyPair(P256, "root");
            int loginsBefore = windows.script().calls(C_Login);
            windows.script().next(C_SignInit, fault);
            Verified.sign(there, root);
            assertEquals(logins, windows.script().calls(C_Login) - loginsBefore, "log-ins");
            assertEquals(1 + initialisations, windows.script().calls(C_Initialize), "initialisations");
        }
    }

    @Test
    void thereIsOneRetryAndNoMore() {
        int before = calls(C_SignInit);
        bench.script().always(C_SignInit, new Fault.Refuse(Pkcs11.CKR_SESSION_HANDLE_INVALID));
        TokenException failure = Bench.assertFails(Failure.TOKEN_ABSENT, this::signOnly);
        assertEquals(2, calls(C_SignInit) - before);
        assertEquals("C_SignInit", failure.function());
        assertEquals(Pkcs11.CKR_SESSION_HANDLE_INVALID, failure.returnValue());
    }

    @Test
    void aRefusalIsNotRetried() {
        int before = calls(C_SignInit);
        bench.script().next(C_SignInit, new Fault.Refuse(Pkcs11.CKR_KEY_FUNCTION_NOT_PERMITTED));
        Bench.assertFails(Failure.REJECTED, this::signOnly);
        assertEquals(1, calls(C_SignInit) - before);
    }

    @Test
    void aTokenThatWasPulledOutWorksAgainWhenItIsBack() throws Exception {
        bench.script().next(C_SignInit, new Fault.RemoveToken());
        Bench.assertFails(Failure.TOKEN_ABSENT, this::signOnly);
        bench.virtual().insert();
        bench.clock().advance(Duration.ofMinutes(5));
        sign();
    }

    @Test
    void aDeadTokenIsNotReinitialisedByEveryCaller() throws Exception {
        bench.script().next(C_SignInit, new Fault.RemoveToken());
        Bench.assertFails(Failure.TOKEN_ABSENT, this::signOnly);
        int before = calls(C_Initialize);
        for (int i = 0; i < 10; i++) {
            Bench.assertFails(Failure.TOKEN_ABSENT, this::signOnly);
        }
        assertTrue(calls(C_Initialize) - before <= 1, () -> "initialised " + (calls(C_Initialize) - before) + " times");
        bench.virtual().insert();
        bench.clock().advance(Duration.ofMinutes(5));
        sign();
    }

    @Test
    void otherRequestsRecoverToo() throws Exception {
        bench.script().next(Function.C_GenerateRandom, new Fault.CloseSessions());
        assertEquals(20, token.random(20).length);
        bench.script().next(Function.C_FindObjectsInit, new Fault.FinalizeByOther());
        assertEquals(1, token.keys().size());
        bench.script().next(Function.C_GetTokenInfo, new Fault.FinalizeByOther());
        assertEquals(Bench.LABEL, token.info().label());
        bench.script().next(Function.C_GenerateKeyPair, new Fault.LogOut());
        Verified.sign(token, token.generateKeyPair(new KeySpec.Ed25519(), "second"));
    }

    @Test
    void theModuleItselfComesBackAfterAForeignFinalize() throws Exception {
        bench.script().next(Function.C_GetSlotList, new Fault.FinalizeByOther());
        assertEquals(1, bench.module().slots().size());
        sign();
    }

    @Test
    void slotNumbersThatMovedAreNoticed() throws Exception {
        long before = bench.module().slots().getFirst().slotId();
        bench.script().next(C_SignInit, new Fault.FinalizeByOther());
        sign();
        long after = bench.module().slots().getFirst().slotId();
        assertTrue(before != after, "the module moves its slots");
    }

    @Test
    void aLateAnswerIsAnAnswer() throws Exception {
        bench.script().next(C_Sign, new Fault.Delay(Duration.ofMillis(50)));
        sign();
        byte[] signature = token.sign(key, new SignMechanism.Ecdsa(SignMechanism.Digest.SHA384), Verified.MESSAGE);
        Verified.verify(token.publicKey(key), new SignMechanism.Ecdsa(SignMechanism.Digest.SHA384), signature);
    }
}
