package cairn.hsm.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cairn.hsm.cryptoki.Abi;
import cairn.hsm.cryptoki.FunctionListSource;
import cairn.hsm.library.CryptokiModule;
import cairn.hsm.library.ModuleSettings;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import cairn.testkit.SeededRandom;
import cairn.testkit.SettableClock;
import cairn.testkit.pkcs11.FaultScript;
import cairn.testkit.pkcs11.JavaModule;
import cairn.testkit.pkcs11.NativeLayout;
import cairn.testkit.pkcs11.VirtualToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.function.Executable;

/** The binding over a module in Java with one token, and all that a test turns. */
final class Bench implements AutoCloseable {
    static final String LABEL = "granite";
    static final TokenSelector TOKEN = new TokenSelector(LABEL, Optional.empty());

    private final JavaModule java;
    private final TokenModule module;
    private final SettableClock clock = SettableClock.at("2030-01-01T00:00:00Z");
    private final AtomicInteger pinsAsked = new AtomicInteger();
    private volatile String pin = JavaModule.PIN;

    Bench(NativeLayout layout) throws TokenException {
        java = JavaModule.empty(layout, SeededRandom.of(42));
        java.addToken(LABEL, "J0001");
        Abi abi = layout == NativeLayout.WINDOWS ? Abi.WINDOWS : Abi.POSIX;
        module = load(new FunctionListSource.InMemory("Java module", java.functionList(), abi), clock, 7);
    }

    static TokenModule load(FunctionListSource source, SettableClock clock, long seed) throws TokenException {
        return CryptokiModule.open(
                source, ModuleSettings.of(Thread.ofPlatform().daemon().factory(), SeededRandom.of(seed), clock));
    }

    static Bench posix() throws TokenException {
        return new Bench(NativeLayout.POSIX);
    }

    TokenModule module() {
        return module;
    }

    FaultScript script() {
        return java.script();
    }

    VirtualToken virtual() {
        return java.token(LABEL);
    }

    JavaModule java() {
        return java;
    }

    SettableClock clock() {
        return clock;
    }

    /** What the PIN source gives from now on. */
    void answerPin(String text) {
        pin = text;
    }

    /** How often a PIN was asked for. */
    int pinsAsked() {
        return pinsAsked.get();
    }

    PinSource pins() {
        return (token, role) -> {
            pinsAsked.incrementAndGet();
            return pin(pin);
        };
    }

    static Pin pin(String text) {
        return Pin.ofUtf8(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One session, so that it is known which one a fault hits. */
    Token open() throws TokenException {
        return open(1, Duration.ofSeconds(30));
    }

    Token open(int sessions, Duration patience) throws TokenException {
        return module.open(TOKEN, pins(), new TokenOptions(sessions, patience, Duration.ofSeconds(60)));
    }

    static TokenException assertFails(TokenException.Failure failure, Executable work) {
        TokenException thrown = assertThrows(TokenException.class, work);
        assertEquals(failure, thrown.failure(), () -> String.valueOf(thrown.getMessage()));
        return thrown;
    }

    /** Closes all; the module itself must have had no bug on the way. */
    @Override
    public void close() {
        module.close();
        assertEquals(List.of(), java.failures());
    }
}
