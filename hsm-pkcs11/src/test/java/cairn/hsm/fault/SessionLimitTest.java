package cairn.hsm.fault;

import static cairn.testkit.pkcs11.Function.C_OpenSession;
import static cairn.testkit.pkcs11.Function.C_Sign;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException.Failure;
import cairn.testkit.pkcs11.Fault;
import cairn.testkit.pkcs11.Pkcs11;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Tokens with few sessions, callers with little patience. */
final class SessionLimitTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private static void signAtOnce(Token token, KeyRef key, int times) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> signatures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                signatures.add(callers.submit(() -> token.sign(key, new SignMechanism.EdDsa(), Verified.MESSAGE)));
            }
            for (Future<byte[]> signature : signatures) {
                Verified.verify(token.publicKey(key), new SignMechanism.EdDsa(), signature.get());
            }
        }
    }

    @Test
    void aLimitThatTheTokenTellsIsKept() throws Exception {
        try (Bench bench = Bench.posix()) {
            bench.virtual().limitSessions(4);
            try (Token token = bench.open(16, LONG)) {
                KeyRef key = token.generateKeyPair(new KeySpec.Ed25519(), "root");
                signAtOnce(token, key, 50);
                assertTrue(bench.virtual().openSessions() <= 4);
                assertEquals(bench.script().calls(C_OpenSession), bench.script().performed(C_OpenSession));
            }
        }
    }

    @Test
    void aLimitThatTheTokenHidShrinksThePoolAndLosesNothing() throws Exception {
        try (Bench bench = Bench.posix();
                Token token = bench.open(8, LONG)) {
            KeyRef key = token.generateKeyPair(new KeySpec.Ed25519(), "root");
            bench.virtual().limitSessions(3);
            bench.script().next(C_Sign, 40, new Fault.Delay(Duration.ofMillis(5)));
            signAtOnce(token, key, 100);
            assertTrue(bench.virtual().openSessions() <= 3);
            int refused = bench.script().calls(C_OpenSession);
            signAtOnce(token, key, 20);
            assertTrue(
                    bench.script().calls(C_OpenSession) - refused <= 1,
                    () -> "the pool goes on asking for sessions: "
                            + (bench.script().calls(C_OpenSession) - refused));
        }
    }

    @Test
    void aTokenWithoutAnySessionLeftIsBusy() throws Exception {
        try (Bench bench = Bench.posix();
                Token token = bench.open()) {
            bench.script().always(C_OpenSession, new Fault.Refuse(Pkcs11.CKR_SESSION_COUNT));
            Bench.assertFails(Failure.BUSY, () -> token.random(8));
            bench.script().clear();
            assertEquals(8, token.random(8).length);
        }
    }

    @Test
    void aCallerWhoGetsNoSessionInTimeIsToldAndNothingIsSigned() throws Exception {
        try (Bench bench = Bench.posix();
                Token token = bench.open(1, Duration.ofMillis(200));
                ExecutorService callers = Executors.newCachedThreadPool()) {
            KeyRef key = token.generateKeyPair(new KeySpec.Ed25519(), "root");
            Verified.sign(token, key);
            int signed = bench.script().calls(C_Sign);
            bench.script().next(C_Sign, new Fault.Hang());
            Future<byte[]> first = callers.submit(() -> token.sign(key, new SignMechanism.EdDsa(), Verified.MESSAGE));
            bench.script().awaitHanging();
            Bench.assertFails(Failure.BUSY, () -> token.sign(key, new SignMechanism.EdDsa(), Verified.MESSAGE));
            assertEquals(1, bench.script().calls(C_Sign) - signed);
            bench.script().release();
            Verified.verify(token.publicKey(key), new SignMechanism.EdDsa(), first.get());
            assertEquals(1, bench.script().calls(C_Sign) - signed, "the one that gave up was signed all the same");
            Verified.sign(token, key);
        }
    }

    @Test
    void aHangingSessionDoesNotStopTheOthers() throws Exception {
        try (Bench bench = Bench.posix();
                Token token = bench.open(2, LONG);
                ExecutorService callers = Executors.newCachedThreadPool()) {
            KeyRef key = token.generateKeyPair(new KeySpec.Ed25519(), "root");
            bench.script().next(C_Sign, new Fault.Hang());
            Future<byte[]> first = callers.submit(() -> token.sign(key, new SignMechanism.EdDsa(), Verified.MESSAGE));
            bench.script().awaitHanging();
            for (int i = 0; i < 10; i++) {
                Verified.sign(token, key);
            }
            bench.script().release();
            Verified.verify(token.publicKey(key), new SignMechanism.EdDsa(), first.get());
        }
    }
}
