package cairn.hsm.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.cryptoki.Abi;
import cairn.hsm.cryptoki.Cryptoki;
import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.CryptokiFunction;
import cairn.hsm.cryptoki.FunctionListSource;
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
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several sessions, many callers, deadlines, too few sessions, closing. */
final class SessionPoolTest {
    private static final SignMechanism ECDSA = new SignMechanism.Ecdsa(Digest.SHA256);

    @TempDir
    Path folder;

    private Interposer interposer;
    private HsmFixture fixture;

    @BeforeEach
    void open() throws Throwable {
        interposer = new Interposer(SoftHsm.in(folder.resolve("unused")).library());
        fixture = HsmFixture.in(folder, interposer);
    }

    @AfterEach
    void close() {
        if (fixture != null) {
            fixture.close();
        }
        interposer.close();
    }

    @Test
    void manyVirtualThreadsSignOverFourSessions() throws Exception {
        Token token = fixture.login(4, Duration.ofSeconds(60));
        List<KeyRef> keys = List.of(
                token.generateKeyPair(new KeySpec.Ec(Curve.P256), "first"),
                token.generateKeyPair(new KeySpec.Ec(Curve.P256), "second"));
        List<Callable<Boolean>> requests = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            KeyRef key = keys.get(i % 2);
            byte[] message = ByteBuffer.allocate(4).putInt(i).array();
            requests.add(
                    () -> Signatures.verifies(token.publicKey(key), ECDSA, message, token.sign(key, ECDSA, message)));
        }
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> answer : callers.invokeAll(requests)) {
                assertTrue(answer.get());
            }
        }
    }

    @Test
    void oneLabelAskedForByManyIsGivenToOne() throws Exception {
        Token token = fixture.login(4, Duration.ofSeconds(60));
        List<Callable<String>> requests = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            requests.add(() -> {
                try {
                    return token.generateKeyPair(new KeySpec.Ec(Curve.P256), "contested")
                            .label();
                } catch (TokenException e) {
                    return e.failure().name();
                }
            });
        }
        List<String> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> answer : callers.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }
        assertEquals(1, answers.stream().filter("contested"::equals).count(), answers.toString());
        assertEquals(5, answers.stream().filter("KEY_EXISTS"::equals).count(), answers.toString());
        assertEquals(1, token.keys().size());
    }

    @Test
    void aRequestThatFindsNoSessionInTimeIsRefusedAndNothingIsSigned() throws Exception {
        Token token = fixture.login(1, Duration.ofMillis(100));
        KeyRef key = token.generateKeyPair(new KeySpec.Ec(Curve.P256), "busy");
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        interposer.script(CryptokiFunction.C_Sign, (library, arguments) -> {
            inside.countDown();
            release.await();
            return (long) library.invokeWithArguments(arguments);
        });
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<byte[]> slow = callers.submit(() -> token.sign(key, ECDSA, new byte[1]));
            inside.await();
            int before = interposer.calls(CryptokiFunction.C_SignInit);
            TokenException busy = assertThrows(TokenException.class, () -> token.sign(key, ECDSA, new byte[1]));
            assertEquals(Failure.BUSY, busy.failure());
            release.countDown();
            assertEquals(64, slow.get().length, "one that has begun is waited for");
            assertEquals(before, interposer.calls(CryptokiFunction.C_SignInit));
            assertEquals(64, token.sign(key, ECDSA, new byte[1]).length);
        }
    }

    @Test
    void anInterruptedCallerThatStillWaitsIsLetGo() throws Exception {
        Token token = fixture.login(1, Duration.ofSeconds(60));
        KeyRef key = token.generateKeyPair(new KeySpec.Ec(Curve.P256), "interrupted");
        Thread.currentThread().interrupt();
        TokenException busy = assertThrows(TokenException.class, () -> token.sign(key, ECDSA, new byte[1]));
        assertEquals(Failure.BUSY, busy.failure());
        assertTrue(Thread.interrupted(), "the interruption is still told");
        assertEquals(64, token.sign(key, ECDSA, new byte[1]).length);
    }

    @Test
    void fewerSessionsThanAskedForMakeASmallerPool() throws Exception {
        Token token = fixture.login(4, Duration.ofSeconds(60));
        for (int i = 0; i < 2; i++) {
            interposer.refuse(CryptokiFunction.C_OpenSession, ReturnValue.SESSION_COUNT);
        }
        for (int i = 0; i < 8; i++) {
            assertEquals(5, token.random(5).length);
        }
        token.generateKeyPair(new KeySpec.Ec(Curve.P256), "small pool");
    }

    @Test
    void theLastSessionThatCannotBeOpenedMakesItBusy() throws Exception {
        Token token = fixture.login(1, Duration.ofSeconds(60));
        interposer.refuse(CryptokiFunction.C_OpenSession, ReturnValue.SESSION_COUNT);
        TokenException busy = assertThrows(TokenException.class, () -> token.random(1));
        assertEquals(Failure.BUSY, busy.failure());
        assertEquals(ReturnValue.SESSION_COUNT, busy.returnValue());
        assertEquals(1, token.random(1).length);
    }

    @Test
    void aClosedTokenRefusesAtOnceAndClosesAgainWithoutHarm() throws Exception {
        Token token = fixture.login();
        token.close();
        token.close();
        TokenException closed = assertThrows(TokenException.class, () -> token.random(1));
        assertEquals(Failure.TOKEN_ABSENT, closed.failure());
    }

    @Test
    void aClosedModuleClosesItsTokens() throws Exception {
        Token token = fixture.login();
        fixture.module.close();
        assertEquals(
                Failure.TOKEN_ABSENT,
                assertThrows(TokenException.class, () -> token.random(1)).failure());
        assertEquals(
                Failure.TOKEN_ABSENT,
                assertThrows(TokenException.class, fixture.module::slots).failure());
    }

    @Test
    void aBugReachesTheCallerAndTheSessionWorksOn() throws Exception {
        SettledPool pool = new SettledPool();
        IllegalStateException told = assertThrows(
                IllegalStateException.class,
                () -> pool.pool.submit(pool.operation(seat -> {
                    throw new ArithmeticException("a bug");
                })));
        assertInstanceOf(ArithmeticException.class, told.getCause());
        assertEquals("fine", pool.pool.submit(pool.operation(seat -> "fine")));
        pool.pool.close();
    }

    @Test
    void everyThreadHasItsOwnSeat() throws Exception {
        SettledPool pool = new SettledPool();
        Set<Seat> seats = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < 20; i++) {
            String thread = pool.pool.submit(pool.operation(seat -> {
                seats.add(seat);
                return Thread.currentThread().getName();
            }));
            assertEquals("session", thread);
        }
        assertTrue(seats.size() <= 2, seats.toString());
        assertEquals(2, pool.pool.size());
        pool.pool.close();
    }

    /** A pool whose work needs no token. */
    private final class SettledPool {
        private interface Work<T> {
            T on(Seat seat) throws CryptokiException, TokenException;
        }

        private final SessionPool pool;

        SettledPool() throws Exception {
            LoadedLibrary library = LoadedLibrary.initialise(
                    Cryptoki.load(new FunctionListSource.InMemory("nothing", MinimalModule.posix(), Abi.POSIX)),
                    HsmFixture.settings(fixture.clock));
            TokenConnection connection = new TokenConnection(
                    library, HsmFixture.SELECTOR, new UserLogin(library, HsmFixture.SELECTOR, HsmFixture.pin("")));
            pool = new SessionPool(
                    2,
                    Duration.ofSeconds(30),
                    HsmFixture.threads(),
                    new Recovery(library, new RecoveryGate(fixture.clock)),
                    () -> new Seat(library, connection, new KnownKeys()));
        }

        <T> Recovery.Operation<T> operation(Work<T> work) {
            return new Recovery.Operation<>() {
                @Override
                public T on(Seat seat) throws CryptokiException, TokenException {
                    return work.on(seat);
                }

                @Override
                public String doing() {
                    return "in a test";
                }
            };
        }
    }
}
