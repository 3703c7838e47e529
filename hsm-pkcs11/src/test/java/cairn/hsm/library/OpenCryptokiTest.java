package cairn.hsm.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.cryptoki.FunctionListSource;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.Pin;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule.SlotInfo;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import cairn.testkit.ExternalTool;
import cairn.testkit.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The software token of openCryptoki: no elliptic curves, and a PIN that really locks after three wrong ones. */
final class OpenCryptokiTest {
    /** What a token of openCryptoki is made with; it insists that both PINs are changed before use. */
    private static final String FACTORY_SO_PIN = "87654321";

    private static final String PIN = "648219";
    private static final TokenSelector SELECTOR = new TokenSelector("Cairn lock test", Optional.empty());

    private static CryptokiModule module;
    private static boolean startedHere;

    @BeforeAll
    static void open() throws Exception {
        Optional<Path> library = List.of(
                        "/usr/lib/x86_64-linux-gnu/opencryptoki/libopencryptoki.so.0",
                        "/usr/lib/aarch64-linux-gnu/opencryptoki/libopencryptoki.so.0",
                        "/usr/lib/opencryptoki/libopencryptoki.so")
                .stream()
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(
                library.isPresent(), "Skipped: openCryptoki is not installed (apt-get install opencryptoki).");
        Assumptions.assumeTrue(
                daemonRuns(), "Skipped: the daemon pkcsslotd of openCryptoki cannot be started; root must start it.");
        module = CryptokiModule.open(
                new FunctionListSource.LibraryFile(library.orElseThrow()),
                HsmFixture.settings(SettableClock.at("2030-01-01T00:00:00Z")));
    }

    private static boolean daemonRuns() {
        if (ExternalTool.require("pgrep", "procps").run("-x", "pkcsslotd").status() == 0) {
            return true;
        }
        startedHere = ExternalTool.require("pkcsslotd", "opencryptoki")
                        .within(Duration.ofSeconds(20))
                        .run()
                        .status()
                == 0;
        return startedHere;
    }

    private static void stopDaemon() {
        ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/pkcsslotd"))
                .forEach(ProcessHandle::destroy);
    }

    @AfterAll
    static void close() {
        if (module != null) {
            module.close();
        }
        if (startedHere) {
            stopDaemon();
        }
    }

    /** A token without keys whose user's PIN is {@link #PIN}. */
    private static void prepareToken() throws TokenException {
        SlotInfo slot = module.slots().stream()
                .filter(found -> modelOrFlags(found).contains("Soft"))
                .findFirst()
                .orElseThrow();
        try (Pin so = HsmFixture.pinOf(FACTORY_SO_PIN);
                Pin user = HsmFixture.pinOf(PIN)) {
            module.initToken(slot.slotId(), so, SELECTOR.label());
            module.initPin(SELECTOR, so, user);
        }
    }

    @Test
    void locksAfterThreeWrongPinsAndIsUnlockedByTheSecurityOfficer() throws Exception {
        prepareToken();
        for (int i = 0; i < 3; i++) {
            assertEquals(Failure.PIN_INCORRECT, login("00000" + i));
        }
        assertEquals(Failure.PIN_LOCKED, login(PIN));
        assertTrue(module.slots().stream().anyMatch(slot -> modelOrFlags(slot).contains("CKF_USER_PIN_LOCKED")));
        try (Pin so = HsmFixture.pinOf(FACTORY_SO_PIN);
                Pin user = HsmFixture.pinOf(PIN)) {
            module.initPin(SELECTOR, so, user);
        }
        signsWithRsaOnly();
    }

    private static String modelOrFlags(SlotInfo slot) {
        TokenInfo token = slot.token();
        return token == null ? "" : token.model() + " " + token.flags();
    }

    private static Failure login(String pin) {
        return assertThrows(
                        TokenException.class, () -> module.open(SELECTOR, HsmFixture.pin(pin), TokenOptions.DEFAULT))
                .failure();
    }

    private static void signsWithRsaOnly() throws Exception {
        try (Token token = module.open(SELECTOR, HsmFixture.pin(PIN), TokenOptions.DEFAULT)) {
            assertTrue(
                    token.offers().contains(new KeySpec.Rsa(2048)),
                    token.offers().toString());
            assertFalse(token.offers().stream().anyMatch(KeySpec.Ec.class::isInstance));
            KeySpec spec = new KeySpec.Rsa(2048);
            KeyRef key = token.generateKeyPair(spec, "rsa");
            byte[] message = {1};
            for (SignMechanism how : Signatures.mechanisms(spec)) {
                assertTrue(
                        Signatures.verifies(token.publicKey(key), how, message, token.sign(key, how, message)),
                        how.toString());
            }
            token.destroy(key);
        }
    }
}
