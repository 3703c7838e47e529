package cairn.hsm.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.CryptokiFunction;
import cairn.hsm.cryptoki.ReturnValue;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which return value means what, and how long a dead token is left alone. */
final class LadderTest {
    private static CryptokiException failed(CryptokiFunction function, long returnValue) {
        return new CryptokiException(function, returnValue);
    }

    private static RecoveryStep after(long returnValue) {
        return RecoveryStep.after(failed(CryptokiFunction.C_SignInit, returnValue));
    }

    private static Failure failure(CryptokiFunction function, long returnValue) {
        return Failures.of(failed(function, returnValue), "in a test").failure();
    }

    @Test
    void stepsFollowTheReturnValue() {
        assertEquals(RecoveryStep.FIND_KEY, after(0x82));
        assertEquals(RecoveryStep.FIND_KEY, after(0x60));
        for (long value : new long[] {0xb3, 0xb0, 0x90, 0x91, 0x101}) {
            assertEquals(RecoveryStep.NEW_SESSION, after(value), ReturnValue.name(value));
        }
        for (long value : new long[] {0x190, 0xe0, 0x32, 0x30, 0x05, 0x03}) {
            assertEquals(RecoveryStep.REINITIALIZE, after(value), ReturnValue.name(value));
        }
    }

    @Test
    void nothingHelpsAgainstARefusal() {
        for (long value : new long[] {0xa0, 0xa4, 0x68, 0x70, 0x13, 0xd1, 0x07, 0x80000005L}) {
            assertEquals(RecoveryStep.NONE, after(value), ReturnValue.name(value));
        }
    }

    @Test
    void returnValuesBecomeFailures() {
        CryptokiFunction login = CryptokiFunction.C_Login;
        assertEquals(Failure.PIN_INCORRECT, failure(login, 0xa0));
        assertEquals(Failure.PIN_LOCKED, failure(login, 0xa4));
        assertEquals(Failure.PIN_UNSUITABLE, failure(CryptokiFunction.C_SetPIN, 0xa2));
        assertEquals(Failure.LOGIN_REQUIRED, failure(login, 0x102));
        assertEquals(Failure.TOKEN_ABSENT, failure(login, 0xe0));
        assertEquals(Failure.BUSY, failure(CryptokiFunction.C_OpenSession, 0xb1));
        assertEquals(Failure.KEY_MISSING, failure(CryptokiFunction.C_SignInit, 0x82));
        assertEquals(Failure.BAD_REQUEST, failure(CryptokiFunction.C_SignInit, 0x07));
        assertEquals(Failure.REJECTED, failure(CryptokiFunction.C_SignInit, 0x68));
    }

    @Test
    void onlyFunctionsWithAnEffectHaveAnUnknownOutcome() {
        for (CryptokiFunction function : List.of(
                CryptokiFunction.C_Sign,
                CryptokiFunction.C_SignFinal,
                CryptokiFunction.C_GenerateKeyPair,
                CryptokiFunction.C_DestroyObject)) {
            assertEquals(Failure.UNKNOWN_OUTCOME, failure(function, ReturnValue.DEVICE_ERROR), function.name());
            assertEquals(Failure.UNKNOWN_OUTCOME, failure(function, 0x80000000L), function.name());
            assertFalse(Failures.mayHaveBeenDone(failed(function, ReturnValue.SESSION_HANDLE_INVALID)));
        }
        assertEquals(Failure.TOKEN_ABSENT, failure(CryptokiFunction.C_SignInit, ReturnValue.DEVICE_ERROR));
        assertEquals(Failure.REJECTED, failure(CryptokiFunction.C_FindObjects, ReturnValue.GENERAL_ERROR));
    }

    @Test
    void theCauseAndTheWordsAreKept() {
        CryptokiException cause = failed(CryptokiFunction.C_Sign, ReturnValue.DEVICE_REMOVED);
        TokenException failure = Failures.of(cause, "while signing with the key 'root'");
        assertSame(cause, failure.getCause());
        assertEquals("C_Sign returned CKR_DEVICE_REMOVED while signing with the key 'root'", failure.getMessage());
        assertEquals("C_Sign", failure.function());
        assertEquals(0x32, failure.returnValue());
    }

    @Test
    void theGateOpensLaterAfterEachFailure() throws TokenException {
        SettableClock clock = SettableClock.at("2030-01-01T00:00:00Z");
        RecoveryGate gate = new RecoveryGate(clock);
        gate.requireOpen();
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            gate.failed();
            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            TokenException early = assertThrows(TokenException.class, gate::requireOpen);
            assertEquals(Failure.TOKEN_ABSENT, early.failure());
            clock.advance(Duration.ofMillis(1));
            gate.requireOpen();
        }
    }

    @Test
    void successOpensTheGateAtOnce() throws TokenException {
        SettableClock clock = SettableClock.at("2030-01-01T00:00:00Z");
        RecoveryGate gate = new RecoveryGate(clock);
        for (int i = 0; i < 5; i++) {
            gate.failed();
        }
        gate.succeeded();
        gate.requireOpen();
        gate.failed();
        clock.advance(Duration.ofSeconds(1));
        gate.requireOpen();
    }

    @Test
    void cleaningUpTellsButDoesNotThrow() {
        assertTrue(Quietly.run(() -> {}));
        assertFalse(Quietly.run(() -> {
            throw failed(CryptokiFunction.C_CloseSession, ReturnValue.SESSION_HANDLE_INVALID);
        }));
        assertFalse(Quietly.run(() -> {
            throw new TokenException(Failure.TOKEN_ABSENT, "closed");
        }));
    }
}
