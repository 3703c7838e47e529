package cairn.hsm.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.softtoken.ForgedToken;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The child process dies in all ways there are; the program goes on and knows what it does not know. */
class HostedModuleCrashTest {
    private static final TokenOptions HASTY = new TokenOptions(2, Duration.ofSeconds(20), Duration.ofSeconds(3));

    @TempDir
    private Path folder;

    private BrokerBench bench;

    @BeforeEach
    void start() throws TokenException {
        bench = new BrokerBench(folder);
    }

    @AfterEach
    void end() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "crash"})
    void aDeathWhileSigningIsAnUnknownOutcomeAndTheNextSignatureIsMade(String death) throws Exception {
        try (Token token = bench.open()) {
            KeyRef key = token.generateKeyPair(BrokerBench.P256, "key");
            byte[] publicKey = token.publicKey(key);
            long first = bench.process().pid();
            TokenException lost = fails(Failure.UNKNOWN_OUTCOME, () -> BrokerBench.sign(token, key, death));
            assertTrue(
                    String.valueOf(lost.getMessage())
                            .contains(death.equals("exit") ? "exit code 42" : "Problematic frame"),
                    lost.getMessage());
            BrokerBench.verify(publicKey, "after", BrokerBench.sign(token, key, "after"));
            assertNotEquals(first, bench.process().pid());
            assertEquals(2, bench.asked(), "a PIN is not kept: it was asked for again");
        }
    }

    @Test
    void aDeathWhileGeneratingIsAnUnknownOutcome() throws Exception {
        try (Token token = bench.open()) {
            fails(Failure.UNKNOWN_OUTCOME, () -> token.generateKeyPair(BrokerBench.P256, "exit"));
            assertEquals(List.of(), token.keys());
        }
    }

    @Test
    void aHangIsEndedAtItsDeadline() throws Exception {
        try (Token token = bench.open(HASTY)) {
            KeyRef key = token.generateKeyPair(BrokerBench.P256, "key");
            ProcessHandle hanging = bench.process();
            TokenException lost = fails(Failure.UNKNOWN_OUTCOME, () -> BrokerBench.sign(token, key, "hang"));
            assertTrue(String.valueOf(lost.getMessage()).contains("no answer within PT3S"), lost.getMessage());
            hanging.onExit().get(10, TimeUnit.SECONDS);
            assertEquals(64, BrokerBench.sign(token, key, "after").length);
        }
    }

    @Test
    void aHangWhileListingHasNoEffectToWonderAbout() throws Exception {
        Files.writeString(folder.resolve("on-slots"), "hang");
        try (HostedModule module = new HostedModule(
                BrokerBench.launch(ScriptedBroker.class, folder),
                new HostOptions(folder, Duration.ofSeconds(60), Duration.ofSeconds(2)),
                Thread.ofPlatform().daemon().factory(),
                new SecureRandom(),
                InstantSource.system())) {
            fails(Failure.TOKEN_ABSENT, module::slots);
            Files.delete(folder.resolve("on-slots"));
            assertEquals(2, module.slots().size());
        }
    }

    @Test
    void aProcessFoundDeadBeforeAnythingWasAskedCostsNothing() throws Exception {
        try (Token token = bench.open()) {
            KeyRef key = token.generateKeyPair(BrokerBench.P256, "key");
            for (int i = 0; i < 2; i++) {
                kill(bench.process());
                assertEquals(64, BrokerBench.sign(token, key, "after").length);
            }
        }
    }

    @Test
    void killsAtRandomMomentsLoseOnlyWhatIsInFlight() throws Exception {
        AtomicInteger unknown = new AtomicInteger();
        AtomicInteger signed = new AtomicInteger();
        AtomicBoolean going = new AtomicBoolean(true);
        Random random = new Random(11);
        try (Token token = bench.open();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            KeyRef key = token.generateKeyPair(BrokerBench.P256, "key");
            byte[] publicKey = token.publicKey(key);
            List<Future<?>> workers = new ArrayList<>();
            for (int worker = 0; worker < 4; worker++) {
                String name = "worker " + worker + " ";
                workers.add(threads.submit(() -> {
                    for (int i = 0; going.get(); i++) {
                        try {
                            BrokerBench.verify(publicKey, name + i, BrokerBench.sign(token, key, name + i));
                            signed.incrementAndGet();
                        } catch (TokenException e) {
                            assertEquals(Failure.UNKNOWN_OUTCOME, e.failure(), e.getMessage());
                            unknown.incrementAndGet();
                        }
                    }
                    return name;
                }));
            }
            for (int kill = 0; kill < 5; kill++) {
                int goal = signed.get() + 20 + random.nextInt(200);
                while (signed.get() < goal && workers.stream().noneMatch(Future::isDone)) {
                    Thread.sleep(1);
                }
                bench.process().destroyForcibly();
            }
            int goal = signed.get() + 50;
            while (signed.get() < goal && workers.stream().noneMatch(Future::isDone)) {
                Thread.sleep(1);
            }
            going.set(false);
            for (Future<?> worker : workers) {
                worker.get();
            }
        }
        assertTrue(unknown.get() <= 5 * 4, "at most one for each thread and kill, but " + unknown);
        assertTrue(bench.notes("login") <= 6, "one log-in for each life");
    }

    @Test
    void anExchangedKeyIsNoticedBeforeItSigns() throws Exception {
        Path token = folder.resolve("token");
        try (Token first = bench.open()) {
            KeyRef key = first.generateKeyPair(BrokerBench.P256, "key");
            first.publicKey(key);
            ForgedToken.exchange(token, key);
            kill(bench.process());
            TokenException other = fails(Failure.KEY_MISSING, () -> BrokerBench.sign(first, key, "after"));
            assertTrue(String.valueOf(other.getMessage()).contains("another key"), other.getMessage());
        }
    }

    @Test
    void anotherTokenWithTheSameLabelIsNotTakenForTheOneThatWas() throws Exception {
        try (Token token = bench.open()) {
            kill(bench.process());
            Files.delete(folder.resolve("token"));
            try (BrokerBench stranger = new BrokerBench(folder)) {
                assertEquals(1, stranger.module().slots().size() - 1);
            }
            fails(Failure.TOKEN_ABSENT, token::keys);
        }
    }

    @Test
    void aPinThatIsWrongAfterARestartIsNotTriedAgain() throws Exception {
        try (Token token = bench.open()) {
            bench.pinIsNow("wrong horse");
            kill(bench.process());
            fails(Failure.PIN_INCORRECT, token::keys);
            fails(Failure.PIN_INCORRECT, token::keys);
            fails(Failure.PIN_INCORRECT, () -> token.random(8));
            assertEquals(2, bench.asked());
            assertEquals(2, bench.notes("login"));
            bench.pinIsNow("correct horse");
            bench.open().close();
        }
    }

    @Test
    void closingEndsTheProcess() throws Exception {
        Token token = bench.open();
        ProcessHandle process = bench.process();
        bench.close();
        process.onExit().get(10, TimeUnit.SECONDS);
        assertFalse(process.isAlive());
        fails(Failure.TOKEN_ABSENT, () -> token.random(8));
        fails(Failure.TOKEN_ABSENT, () -> bench.module().slots());
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get();
    }

    private static TokenException fails(Failure expected, Executable action) {
        TokenException failure = assertThrows(TokenException.class, action);
        assertEquals(expected, failure.failure(), failure.getMessage());
        return failure;
    }
}
