package cairn.hsm.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.cryptoki.Constants;
import cairn.hsm.cryptoki.Cryptoki;
import cairn.hsm.cryptoki.FunctionListSource;
import cairn.hsm.cryptoki.Session;
import cairn.hsm.keys.KeyFinder;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.testkit.ExternalTool;
import cairn.testkit.Folders;
import cairn.testkit.SoftHsm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others do to a token that is in use: another library in this process, another process, a person. */
final class RecoveryTest {
    private static final SignMechanism ECDSA = new SignMechanism.Ecdsa(Digest.SHA384);
    private static final byte[] MESSAGE = {4, 5, 6};

    @TempDir
    Path folder;

    private HsmFixture fixture;
    private Cryptoki other;
    private Token token;
    private KeyRef key;

    @BeforeEach
    void open() throws Exception {
        fixture = HsmFixture.in(folder);
        other = Cryptoki.load(new FunctionListSource.LibraryFile(fixture.hsm.library()));
        token = fixture.login(2, Duration.ofSeconds(30));
        key = token.generateKeyPair(new KeySpec.Ec(Curve.P384), "recovers");
        signs();
    }

    @AfterEach
    void close() {
        if (fixture != null) {
            fixture.close();
        }
    }

    private void signs() throws Exception {
        assertTrue(Signatures.verifies(token.publicKey(key), ECDSA, MESSAGE, token.sign(key, ECDSA, MESSAGE)));
    }

    private long slot() throws Exception {
        return TokenFinder.find(other.library(), HsmFixture.SELECTOR).slotId();
    }

    @Test
    void somebodyElseFinalisesTheLibrary() throws Exception {
        other.library().finish();
        signs();
        other.library().finish();
        assertEquals(List.of(key), token.keys());
        other.library().finish();
        assertEquals(HsmFixture.LABEL, token.info().label());
        other.library().finish();
        assertTrue(fixture.module.slots().size() >= 2);
    }

    @Test
    void somebodyElseFinalisesAndInitialisesTheLibrary() throws Exception {
        other.library().finish();
        other.library().initialize(true, java.util.Optional.empty());
        signs();
    }

    @Test
    void somebodyElseClosesAllSessions() throws Exception {
        other.sessions().closeAll(slot());
        signs();
        other.sessions().closeAll(slot());
        assertEquals(List.of(key), token.keys());
        other.sessions().closeAll(slot());
        token.generateKeyPair(new KeySpec.Ec(Curve.P256), "after the sessions were closed");
    }

    @Test
    void somebodyElseLogsOut() throws Exception {
        long session = other.sessions().open(slot(), false);
        other.sessions().logout(session);
        signs();
        other.sessions().logout(session);
        assertEquals(List.of(key), token.keys());
        other.sessions().close(session);
    }

    @Test
    void severalThreadsAtOnceRecoverOnce() throws Exception {
        for (int round = 0; round < 3; round++) {
            other.library().finish();
            List<Thread> threads = Stream.generate(() -> Thread.ofVirtual().unstarted(() -> {
                        try {
                            signs();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    }))
                    .limit(8)
                    .toList();
            java.util.concurrent.atomic.AtomicInteger failed = new java.util.concurrent.atomic.AtomicInteger();
            threads.forEach(thread -> thread.setUncaughtExceptionHandler((t, e) -> failed.incrementAndGet()));
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(0, failed.get());
        }
    }

    @Test
    void aKeyThatSomebodyDeletedIsMissing() throws Exception {
        long session = other.sessions().open(slot(), true);
        KeyFinder.destroy(new Session(other, session), key);
        other.sessions().close(session);
        TokenException missing = assertThrows(TokenException.class, () -> token.sign(key, ECDSA, MESSAGE));
        assertEquals(Failure.KEY_MISSING, missing.failure());
        assertTrue(String.valueOf(missing.getMessage()).contains("'recovers'"), missing.getMessage());
        assertEquals(List.of(), token.keys());
    }

    @Test
    void aKeyThatAnotherProcessDeletedIsMissing() throws Exception {
        ExternalTool tool = ExternalTool.require("pkcs11-tool", "opensc")
                .with("SOFTHSM2_CONF", fixture.hsm.configuration().toString());
        for (String type : List.of("privkey", "pubkey")) {
            tool.expectSuccess(
                    "--module",
                    fixture.hsm.library().toString(),
                    "--token-label",
                    HsmFixture.LABEL,
                    "--login",
                    "--pin",
                    SoftHsm.PIN,
                    "--delete-object",
                    "--type",
                    type,
                    "--id",
                    key.id());
        }
        TokenException missing = assertThrows(TokenException.class, () -> token.sign(key, ECDSA, MESSAGE));
        assertEquals(Failure.KEY_MISSING, missing.failure());
    }

    @Test
    void aKeyThatWasReplacedUnderItsIdentifierIsNotUsed() throws Exception {
        long session = other.sessions().open(slot(), true);
        KeyFinder.destroy(new Session(other, session), key);
        TestKeys.generateP384(new Session(other, session), key.id(), key.label());
        other.sessions().close(session);
        TokenException missing = assertThrows(TokenException.class, () -> token.sign(key, ECDSA, MESSAGE));
        assertEquals(Failure.KEY_MISSING, missing.failure());
        assertTrue(String.valueOf(missing.getMessage()).contains("another"), missing.getMessage());
    }

    @Test
    void aSecondKeyWithTheIdentifierMakesItUnusable() throws Exception {
        long session = other.sessions().open(slot(), true);
        TestKeys.generateP384(new Session(other, session), key.id(), "double");
        other.sessions().close(session);
        other.library().finish();
        TokenException missing = assertThrows(TokenException.class, () -> token.sign(key, ECDSA, MESSAGE));
        assertEquals(Failure.KEY_MISSING, missing.failure());
        assertTrue(String.valueOf(missing.getMessage()).contains("2 private keys"), missing.getMessage());
    }

    @Test
    void aTokenWhoseFilesAreGoneIsAbsent() throws Exception {
        try (Stream<Path> tokens = Files.list(fixture.hsm.tokenFolder())) {
            for (Path tokenFolder : tokens.toList()) {
                Folders.delete(tokenFolder);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        other.library().finish();
        TokenException absent = assertThrows(TokenException.class, () -> token.sign(key, ECDSA, MESSAGE));
        assertEquals(Failure.TOKEN_ABSENT, absent.failure());
        assertTrue(String.valueOf(absent.getMessage()).contains("'" + HsmFixture.LABEL + "'"), absent.getMessage());
    }

    @Test
    void aNewTokenWithTheSameLabelIsAnotherToken() throws Exception {
        try (Stream<Path> tokens = Files.list(fixture.hsm.tokenFolder())) {
            for (Path tokenFolder : tokens.toList()) {
                Folders.delete(tokenFolder);
            }
        }
        fixture.hsm.initToken(HsmFixture.LABEL);
        other.library().finish();
        TokenException absent = assertThrows(TokenException.class, () -> token.sign(key, ECDSA, MESSAGE));
        assertEquals(Failure.TOKEN_ABSENT, absent.failure());
    }

    @Test
    void aSessionOfItsOwnThatIsClosedIsReplaced() throws Exception {
        long slotId = slot();
        long session = other.sessions().open(slotId, false);
        // SoftHSM counts its handles up, so the neighbours of a fresh one are those of the pool.
        for (long handle = 1; handle < session; handle++) {
            long closing = handle;
            Quietly.run(() -> other.sessions().close(closing));
        }
        signs();
        assertEquals(
                Constants.Session.STATE_RO_USER, other.sessions().info(session).state());
        other.sessions().close(session);
    }
}
