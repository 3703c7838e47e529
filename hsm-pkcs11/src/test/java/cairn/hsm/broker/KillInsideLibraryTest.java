package cairn.hsm.broker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.hsm.signer.TokenKeyStore;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code kill -9} of the library's process while it is known to be inside one function of the library. */
class KillInsideLibraryTest {
    @TempDir
    private Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private WatchService watch;
    private HostedModule module;

    @BeforeEach
    void start() throws Exception {
        watch = folder.getFileSystem().newWatchService();
        folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
        module = new HostedModule(
                BrokerBench.launch(JavaModuleBroker.class, folder),
                new HostOptions(folder, Duration.ofSeconds(60), Duration.ofSeconds(60)),
                Thread.ofPlatform().daemon().factory(),
                new SecureRandom(),
                InstantSource.system());
    }

    @AfterEach
    void end() throws Exception {
        module.close();
        callers.shutdownNow();
        watch.close();
    }

    private void hangIn(String function) throws Exception {
        Files.writeString(folder.resolve("hang"), function);
    }

    private Token open(int sessions) throws TokenException {
        PinSource pins = (token, role) -> {
            asked.incrementAndGet();
            return JavaModuleBroker.pin();
        };
        return module.open(
                JavaModuleBroker.SELECTOR,
                pins,
                new TokenOptions(sessions, Duration.ofSeconds(60), Duration.ofSeconds(60)));
    }

    private void awaitHanging() throws Exception {
        while (!Files.exists(folder.resolve("hanging"))) {
            WatchKey change = watch.poll(60, TimeUnit.SECONDS);
            assertNotNull(change, "nothing hangs");
            change.reset();
        }
    }

    private void kill() throws Exception {
        ProcessHandle process = module.process().orElseThrow();
        process.destroyForcibly();
        process.onExit().get(60, TimeUnit.SECONDS);
    }

    private void killWhenItHangs() throws Exception {
        awaitHanging();
        kill();
    }

    private static Throwable failureOf(Future<?> work) {
        ExecutionException failed = assertThrows(ExecutionException.class, () -> work.get(60, TimeUnit.SECONDS));
        return Objects.requireNonNull(failed.getCause());
    }

    private static void assertSigns(Token token, KeyRef key, byte[] publicKey) throws Exception {
        assertArrayEquals(publicKey, token.publicKey(key));
        BrokerBench.verify(publicKey, "after", BrokerBench.sign(token, key, "after"));
    }

    @ParameterizedTest
    @CsvSource({
        "C_Sign, UNKNOWN_OUTCOME",
        "C_GenerateKeyPair, UNKNOWN_OUTCOME",
        "C_DestroyObject, UNKNOWN_OUTCOME",
        "C_FindObjectsInit, TOKEN_ABSENT"
    })
    void onlyWhatMayHaveHadAnEffectIsUnknownAndTheNextSignatureIsMade(String function, Failure expected)
            throws Exception {
        hangIn(function);
        try (Token token = open(1)) {
            boolean searching = function.equals("C_FindObjectsInit");
            List<KeyRef> before = searching ? List.of() : token.keys();
            byte[] publicKey = searching ? new byte[0] : token.publicKey(before.getFirst());
            Callable<?> work = switch (function) {
                case "C_GenerateKeyPair" -> () -> token.generateKeyPair(new KeySpec.Ed25519(), "second");
                case "C_FindObjectsInit" -> token::keys;
                case "C_DestroyObject" ->
                    () -> {
                        token.destroy(before.getFirst());
                        return before;
                    };
                default -> () -> BrokerBench.sign(token, before.getFirst(), "lost");
            };
            Future<?> lost = callers.submit(work);
            killWhenItHangs();
            TokenException failure = assertInstanceOf(TokenException.class, failureOf(lost));
            assertEquals(expected, failure.failure(), failure.getMessage());
            assertTrue(
                    String.valueOf(failure.getMessage()).contains("its process ended with exit code 137"),
                    failure.getMessage());
            KeyRef root = token.keys().getFirst();
            assertSigns(token, root, searching ? token.publicKey(root) : publicKey);
            assertEquals(2, asked.get(), "one log-in for each life");
        }
    }

    @Test
    void aLoginThatWasCutOffIsNotRepeatedByItself() throws Exception {
        hangIn("C_Login");
        Future<Token> opening = callers.submit(() -> open(1));
        killWhenItHangs();
        TokenException failure = assertInstanceOf(TokenException.class, failureOf(opening));
        assertEquals(Failure.TOKEN_ABSENT, failure.failure(), failure.getMessage());
        assertEquals(1, asked.get());
        try (Token token = open(1)) {
            KeyRef root = token.keys().getFirst();
            assertSigns(token, root, token.publicKey(root));
        }
        assertEquals(2, asked.get());
    }

    @Test
    void whoWaitsForTheSessionIsServedByTheNextProcess() throws Exception {
        hangIn("C_Sign");
        try (Token token = open(1)) {
            KeyRef root = token.keys().getFirst();
            byte[] publicKey = token.publicKey(root);
            long first = module.process().orElseThrow().pid();
            Future<byte[]> lost = callers.submit(() -> BrokerBench.sign(token, root, "lost"));
            awaitHanging();
            // Whether these come before the kill or after it, nothing was asked of the first process for them.
            Callable<byte[]> late = () -> BrokerBench.sign(token, root, "waiting");
            List<Future<byte[]>> waiting = List.of(callers.submit(late), callers.submit(late), callers.submit(late));
            kill();
            assertEquals(
                    Failure.UNKNOWN_OUTCOME,
                    assertInstanceOf(TokenException.class, failureOf(lost)).failure());
            for (Future<byte[]> signature : waiting) {
                BrokerBench.verify(publicKey, "waiting", signature.get(60, TimeUnit.SECONDS));
            }
            assertNotEquals(first, module.process().orElseThrow().pid());
        }
    }

    @Test
    void theEngineIsToldThatTheOutcomeIsUnknownAndSignsOn() throws Exception {
        hangIn("C_Sign");
        try (TokenKeyStore store = TokenKeyStore.over(open(1))) {
            SigningKey root = store.keys().getFirst();
            byte[] content = BrokerBench.message("a certificate");
            Future<byte[]> lost = callers.submit(() -> root.sign(SignatureAlgorithm.ECDSA_SHA256, content));
            killWhenItHangs();
            assertInstanceOf(SigningException.UnknownOutcome.class, failureOf(lost));
            Signature verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(root.publicKey().encoded())));
            verifier.update(content);
            assertTrue(verifier.verify(root.sign(SignatureAlgorithm.ECDSA_SHA256, content)));
        }
    }
}
