package cairn.hsm.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.KeyProof;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.Pin;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule.SlotInfo;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import cairn.testkit.SoftHsm;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: a real library, in a real broker, from initialising a token to signing after a kill. */
class HostedSoftHsmTest {
    private static final TokenSelector TOKEN = new TokenSelector("hosted", Optional.empty());

    @TempDir
    private Path folder;

    private HostedModule module;

    @BeforeEach
    void start() {
        SoftHsm hsm = SoftHsm.withToken(folder, "hosted");
        module = new HostedModule(
                LaunchSpec.ofLibrary(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        BrokerMain.arguments(hsm.library(), Optional.empty(), true),
                        Map.of("SOFTHSM2_CONF", hsm.configuration().toString())),
                HostOptions.in(folder),
                Thread.ofPlatform().daemon().factory(),
                new SecureRandom(),
                InstantSource.system());
    }

    @AfterEach
    void end() {
        module.close();
    }

    private Token login() throws TokenException {
        return module.open(
                TOKEN,
                (token, role) -> BrokerBench.pin(SoftHsm.PIN),
                new TokenOptions(2, Duration.ofSeconds(30), Duration.ofSeconds(60)));
    }

    @Test
    void signsOnSeveralThreadsAndAgainAfterAKill() throws Exception {
        try (Token token = login()) {
            KeyRef key = token.generateKeyPair(BrokerBench.P256, "issuing");
            byte[] publicKey = token.publicKey(key);
            KeyProof proof = token.proof(key);
            assertEquals(true, proof.answers().get("CKA_SENSITIVE"));
            assertEquals(false, proof.answers().get("CKA_EXTRACTABLE"));
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                List<Future<byte[]>> signatures = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    String text = "message " + i;
                    signatures.add(threads.submit(() -> BrokerBench.sign(token, key, text)));
                }
                for (int i = 0; i < 100; i++) {
                    BrokerBench.verify(
                            publicKey, "message " + i, signatures.get(i).get());
                }
            }
            module.process().orElseThrow().destroyForcibly();
            byte[] signature = new byte[0];
            while (signature.length == 0) {
                try {
                    signature = BrokerBench.sign(token, key, "after");
                } catch (TokenException e) {
                    assertEquals(Failure.UNKNOWN_OUTCOME, e.failure(), "the kill may meet the operation in flight");
                }
            }
            BrokerBench.verify(publicKey, "after", signature);
            assertEquals(List.of(key), token.keys());
        }
    }

    @Test
    void tokensAreInitialisedAndPinsChanged() throws Exception {
        SlotInfo empty = module.slots().stream()
                .filter(slot -> !slot.initialized())
                .findFirst()
                .orElseThrow();
        TokenSelector fresh = new TokenSelector("fresh", Optional.empty());
        try (Pin officer = BrokerBench.pin("12345678");
                Pin user = BrokerBench.pin("1111");
                Pin changed = BrokerBench.pin("2222")) {
            TokenInfo info = module.initToken(empty.slotId(), officer, "fresh");
            assertEquals("fresh", info.label());
            module.initPin(fresh, officer, user);
            module.setPin(fresh, user, changed);
            TokenException incorrect = assertThrows(TokenException.class, () -> module.setPin(fresh, user, changed));
            assertEquals(Failure.PIN_INCORRECT, incorrect.failure());
            assertEquals(0xA0, incorrect.returnValue());
            try (Token token = module.open(fresh, (any, role) -> changed.copy(), TokenOptions.DEFAULT)) {
                assertEquals(List.of(), token.keys());
            }
        }
        assertTrue(module.mechanisms(fresh).stream()
                .anyMatch(mechanism -> mechanism.name().equals("CKM_ECDSA")));
        assertEquals(List.of(), module.objects(fresh, null));
    }

    @Test
    void aLibraryThatIsNoneIsSaidSoByTheBroker() {
        try (HostedModule wrong = new HostedModule(
                LaunchSpec.ofLibrary(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        BrokerMain.arguments(Path.of("/etc/passwd"), Optional.of("x y"), false),
                        Map.of()),
                HostOptions.in(folder),
                Thread.ofPlatform().daemon().factory(),
                new SecureRandom(),
                InstantSource.system())) {
            TokenException absent = assertThrows(TokenException.class, wrong::info);
            assertEquals(Failure.LIBRARY_UNUSABLE, absent.failure());
            assertTrue(String.valueOf(absent.getMessage()).contains("/etc/passwd"), absent.getMessage());
        }
    }
}
