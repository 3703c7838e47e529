package cairn.hsm.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.cryptoki.FunctionListSource;
import cairn.hsm.token.KeyProof;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import cairn.testkit.ExternalTool;
import cairn.testkit.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The softoken of NSS: interface 3.0 through C_GetInterface, pReserved, a second library beside SoftHSM. */
final class NssTest {
    private static final String PIN = "nss password";
    private static final TokenSelector SELECTOR = new TokenSelector("NSS Certificate DB", Optional.empty());
    private static final byte[] MESSAGE = {8, 9};

    @TempDir
    Path folder;

    private CryptokiModule module;

    @BeforeEach
    void open() throws Exception {
        Optional<Path> library = List.of(
                        "/usr/lib/x86_64-linux-gnu/libsoftokn3.so",
                        "/usr/lib/aarch64-linux-gnu/libsoftokn3.so",
                        "/usr/lib64/libsoftokn3.so")
                .stream()
                .map(Path::of)
                .filter(Files::isRegularFile)
                .findFirst();
        Assumptions.assumeTrue(
                library.isPresent(), "Skipped: the softoken of NSS is not installed (apt-get install libnss3).");
        ExternalTool certutil = ExternalTool.require("certutil", "libnss3-tools");
        Path password = Files.writeString(folder.resolve("password"), PIN);
        certutil.expectSuccess("-N", "-d", "sql:" + folder, "-f", password.toString());
        ModuleSettings plain = HsmFixture.settings(SettableClock.at("2030-01-01T00:00:00Z"));
        ModuleSettings settings = new ModuleSettings(
                Optional.of("configdir='sql:" + folder + "' certPrefix='' keyPrefix='' secmod='secmod.db'"),
                true,
                plain.threads(),
                plain.random(),
                plain.time());
        module = CryptokiModule.open(new FunctionListSource.LibraryFile(library.orElseThrow()), settings);
    }

    @AfterEach
    void close() {
        if (module != null) {
            module.close();
        }
    }

    private Token login() throws TokenException {
        return module.open(SELECTOR, HsmFixture.pin(PIN), TokenOptions.DEFAULT);
    }

    @Test
    void speaksTheInterfaceOfVersionThree() throws TokenException {
        assertTrue(
                module.info().cryptokiVersion().startsWith("3."), module.info().toString());
        assertTrue(module.slots().size() >= 2);
    }

    @Test
    void generatesFindsAndSigns() throws Exception {
        try (Token token = login()) {
            for (KeySpec spec :
                    List.of(new KeySpec.Ec(Curve.P256), new KeySpec.Ec(Curve.P521), new KeySpec.Rsa(2048))) {
                assertTrue(token.offers().contains(spec), spec.toString());
                KeyRef key = token.generateKeyPair(spec, "nss " + spec);
                for (SignMechanism how : Signatures.mechanisms(spec)) {
                    byte[] signature = token.sign(key, how, MESSAGE);
                    assertTrue(Signatures.verifies(token.publicKey(key), how, MESSAGE, signature), how.toString());
                }
                assertTrue(token.keys().contains(key), token.keys().toString());
            }
        }
    }

    @Test
    void saysWhatItDoesNotKnowOfAKey() throws TokenException {
        try (Token token = login()) {
            KeyProof proof = token.proof(token.generateKeyPair(new KeySpec.Ec(Curve.P256), "proof"));
            assertEquals(true, proof.answers().get("CKA_SENSITIVE"));
            assertEquals(false, proof.answers().get("CKA_EXTRACTABLE"));
            // NSS never says that a key was made by itself; that is a remark, not a refusal.
            assertTrue(
                    proof.deviations().stream().anyMatch(remark -> remark.contains("CKA_LOCAL")),
                    proof.deviations().toString());
        }
    }

    @Test
    void aWrongPasswordIsAWrongPin() {
        TokenException wrong = assertThrows(
                TokenException.class, () -> module.open(SELECTOR, HsmFixture.pin("wrong"), TokenOptions.DEFAULT));
        assertEquals(Failure.PIN_INCORRECT, wrong.failure());
    }

    @Test
    void twoLibrariesWorkAtATime() throws Exception {
        try (HsmFixture other = HsmFixture.in(folder);
                Token nss = login();
                Token soft = other.login()) {
            KeyRef here = nss.generateKeyPair(new KeySpec.Ec(Curve.P256), "here");
            KeyRef there = soft.generateKeyPair(new KeySpec.Ec(Curve.P256), "there");
            assertEquals(List.of(here), nss.keys());
            assertEquals(List.of(there), soft.keys());
            assertFalse(module.info().library().equals(other.module.info().library()));
        }
    }
}
