package cairn.hsm.broker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.softtoken.SoftwareToken;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenModule.SlotInfo;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Everything that a module and a token can do is done by a real child process, and comes back as it left. */
class HostedModuleTest {
    @TempDir
    private static Path folder;

    private static BrokerBench bench;

    @BeforeAll
    static void start() throws TokenException {
        bench = new BrokerBench(folder);
    }

    @AfterAll
    static void end() throws IOException {
        bench.close();
        assertEquals(1, bench.notes("close"), "the library was finished politely");
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    0,
                    left.filter(file -> file.getFileName().toString().startsWith("cairn-"))
                            .count(),
                    "the private folder is gone");
        }
    }

    @Test
    void describesTheLibraryItsSlotsAndMechanisms() throws Exception {
        assertEquals("scripted", bench.module().info().description());
        List<SlotInfo> slots = bench.module().slots();
        assertEquals(-2L, slots.getFirst().slotId(), "as unsigned as it is");
        assertEquals(
                SoftwareToken.info(folder.resolve("token")), slots.getFirst().token());
        assertNull(slots.getLast().token());
        assertEquals(
                "0x80000001",
                bench.module().mechanisms(ScriptedBroker.selector()).getFirst().name());
    }

    @Test
    void objectsWithAndWithoutLoggingIn() throws Exception {
        assertEquals(List.of(), bench.module().objects(ScriptedBroker.selector(), null));
        assertEquals(
                Map.of("CKA_LABEL", "4711"),
                bench.module()
                        .objects(ScriptedBroker.selector(), (token, role) -> BrokerBench.pin("4711"))
                        .getFirst()
                        .attributes());
    }

    @Test
    void aTokenDoesAcrossTheProcessWhatItDoesHere() throws Exception {
        try (Token far = bench.open();
                SoftwareToken near = SoftwareToken.open(
                        folder.resolve("token"),
                        (token, role) -> BrokerBench.pin("correct horse"),
                        new SecureRandom())) {
            assertEquals(near.info(), far.info());
            assertEquals(near.offers(), far.offers());
            assertEquals(near.mechanisms(), far.mechanisms());
            for (KeySpec spec : List.of(
                    BrokerBench.P256, new KeySpec.Ed25519(), new KeySpec.MlDsa(44), new KeySpec.SlhDsa("128f"))) {
                KeyRef key = far.generateKeyPair(spec, "all " + spec);
                assertTrue(near.keys().contains(key));
                assertArrayEquals(near.publicKey(key), far.publicKey(key));
                assertEquals(near.proof(key), far.proof(key));
                SignMechanism mechanism = switch (spec) {
                    case KeySpec.Ec ignored -> new SignMechanism.Ecdsa(Digest.SHA512);
                    case KeySpec.Ed25519 ignored -> new SignMechanism.EdDsa();
                    case KeySpec.MlDsa ignored -> new SignMechanism.MlDsa();
                    case KeySpec.SlhDsa ignored -> new SignMechanism.SlhDsa();
                    case KeySpec.Rsa ignored -> new SignMechanism.RsaPss(Digest.SHA256, 32);
                };
                byte[] signature = far.sign(key, mechanism, BrokerBench.message("data"));
                if (spec instanceof KeySpec.Ec || spec instanceof KeySpec.Ed25519) {
                    assertArrayEquals(near.sign(key, mechanism, BrokerBench.message("data")), signature);
                } else {
                    assertEquals(near.sign(key, mechanism, BrokerBench.message("data")).length, signature.length);
                }
                far.destroy(key);
                assertFalse(far.keys().contains(key));
            }
            assertEquals(100, far.random(100).length);
        }
    }

    @Test
    void messagesOfEveryLengthArrive() throws Exception {
        try (Token token = bench.open()) {
            KeyRef key = token.generateKeyPair(new KeySpec.Ed25519(), "lengths");
            for (int length : new int[] {0, 1, 16_300, 16_384, 100_000, 5_000_000}) {
                assertEquals(64, token.sign(key, new SignMechanism.EdDsa(), new byte[length]).length);
            }
            fails(Failure.REJECTED, () -> token.sign(key, new SignMechanism.EdDsa(), new byte[33 << 20]));
            assertEquals(
                    64, token.sign(key, new SignMechanism.EdDsa(), new byte[1]).length, "and the lane still works");
        }
    }

    @Test
    void failuresKeepTheirType() throws Exception {
        try (Token token = bench.open()) {
            KeyRef key = token.generateKeyPair(BrokerBench.P256, "failures");
            fails(Failure.KEY_EXISTS, () -> token.generateKeyPair(BrokerBench.P256, "failures"));
            fails(Failure.KEY_MISSING, () -> token.publicKey(new KeyRef("00", "none", BrokerBench.P256)));
            TokenException refused = fails(Failure.REJECTED, () -> BrokerBench.sign(token, key, "refuse"));
            assertEquals("C_Sign", refused.function());
            assertEquals(0x8000_0007L, refused.returnValue());
            assertEquals("CKR_VENDOR_DEFINED + 7", refused.getMessage());
            assertTrue(assertNotNullCause(refused).contains("deep cause"));
            fails(Failure.UNKNOWN_OUTCOME, () -> BrokerBench.sign(token, key, "stumble"));
            assertEquals(64, BrokerBench.sign(token, key, "goes on").length);
        }
        fails(
                Failure.TOKEN_ABSENT,
                () -> bench.module()
                        .open(new TokenSelector("another", Optional.empty()), bench.pins(), BrokerBench.OPTIONS));
    }

    private static String assertNotNullCause(TokenException failure) {
        assertNotNull(failure.getCause());
        return String.valueOf(failure.getCause().getMessage());
    }

    @Test
    void aWrongPinPassesThroughOnce() throws Exception {
        int asked = bench.asked();
        long logins = bench.notes("login");
        bench.pinIsNow("wrong horse");
        try {
            TokenException incorrect = fails(Failure.PIN_INCORRECT, bench::open);
            assertEquals(0xA0, incorrect.returnValue());
        } finally {
            bench.pinIsNow("correct horse");
        }
        assertEquals(asked + 1, bench.asked());
        assertEquals(logins + 1, bench.notes("login"));
        bench.open().close();
    }

    @Test
    void aSourceWithoutAPinOrWithABugFailsTheLogin() {
        TokenException none = fails(
                Failure.LOGIN_REQUIRED,
                () -> bench.module()
                        .open(
                                ScriptedBroker.selector(),
                                (token, role) -> {
                                    throw new TokenException(Failure.LOGIN_REQUIRED, "cancelled by the person");
                                },
                                BrokerBench.OPTIONS));
        assertEquals("cancelled by the person", none.getMessage());
        fails(
                Failure.LOGIN_REQUIRED,
                () -> bench.module()
                        .open(
                                ScriptedBroker.selector(),
                                (token, role) -> {
                                    throw new IllegalStateException("a bug");
                                },
                                BrokerBench.OPTIONS));
    }

    @Test
    void pinsOfAdministrationArriveAndTheirFailuresReturn() throws Exception {
        TokenSelector exact = new TokenSelector("Scripted", Optional.of("0815"));
        try (Pin officer = BrokerBench.pin("officer");
                Pin user = BrokerBench.pin("Ünï")) {
            bench.module().initToken(9, officer, "label");
            bench.module().initPin(ScriptedBroker.selector(), officer, user);
            TokenException unsuitable =
                    fails(Failure.PIN_UNSUITABLE, () -> bench.module().setPin(exact, user, officer));
            assertEquals("C_SetPIN", unsuitable.function());
        }
        assertEquals(1, bench.notes("init token 9 officer label"));
        assertEquals(1, bench.notes("init pin Scripted officer Ünï"));
        assertEquals(1, bench.notes("set pin 0815 Ünï officer"));
    }

    @Test
    void aPinMayBeAskedForInTheMiddleAndTheTimeOfThePersonDoesNotCount() throws Exception {
        TokenOptions hasty = new TokenOptions(1, Duration.ofSeconds(5), Duration.ofMillis(1_500));
        try (Token token = bench.module()
                .open(
                        ScriptedBroker.selector(),
                        (selector, role) -> {
                            try {
                                Thread.sleep(role == PinSource.Role.USER ? 0 : 2_000);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return BrokerBench.pin("correct horse");
                        },
                        hasty)) {
            KeyRef key = token.generateKeyPair(BrokerBench.P256, "per use");
            assertEquals(64, BrokerBench.sign(token, key, "ask").length);
        }
    }

    @Test
    void whoFindsAllSessionsInUseIsToldSoAndNothingIsDone() throws Exception {
        try (Token token = bench.open(new TokenOptions(1, Duration.ofMillis(200), Duration.ofSeconds(30)));
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            KeyRef key = token.generateKeyPair(BrokerBench.P256, "busy");
            byte[] publicKey = token.publicKey(key);
            Future<byte[]> slow = other.submit(() -> BrokerBench.sign(token, key, "slow"));
            @Nullable TokenException busy = null;
            while (busy == null && !slow.isDone()) {
                try {
                    token.random(1);
                } catch (TokenException e) {
                    busy = e;
                }
            }
            assertEquals(
                    Failure.BUSY,
                    Objects.requireNonNull(busy, "nobody was refused").failure());
            BrokerBench.verify(publicKey, "slow", slow.get());
        }
    }

    @Test
    void anInterruptLosesNothing() throws Exception {
        try (Token token = bench.open()) {
            KeyRef key = token.generateKeyPair(BrokerBench.P256, "interrupt");
            long process = bench.process().pid();
            Thread.currentThread().interrupt();
            byte[] signature = BrokerBench.sign(token, key, "slow");
            assertTrue(Thread.interrupted(), "and stays set");
            BrokerBench.verify(token.publicKey(key), "slow", signature);
            assertEquals(process, bench.process().pid());
        }
    }

    @Test
    void whatTheLibraryPrintsBlocksNothingAndIsKeptInPart() throws Exception {
        try (Token token = bench.open()) {
            KeyRef key = token.generateKeyPair(BrokerBench.P256, "chatter");
            BrokerBench.sign(token, key, "chat");
            String last = bench.module().chatter();
            while (!last.endsWith("the last words")) {
                Thread.onSpinWait();
                last = bench.module().chatter();
            }
            assertTrue(last.length() <= 400);
            assertFalse(last.contains("\u0007"), "no control characters");
        }
    }

    @Test
    void aClosedTokenIsLoggedOutAndTheOthersGoOn() throws Exception {
        Token one = bench.open();
        try (Token two = bench.open()) {
            one.close();
            fails(Failure.LOGIN_REQUIRED, one::keys);
            assertEquals(8, two.random(8).length);
        }
    }

    private static TokenException fails(Failure expected, Executable action) {
        TokenException failure = assertThrows(TokenException.class, action);
        assertEquals(expected, failure.failure(), failure.getMessage());
        return failure;
    }
}
