package cairn.hsm.library;

import cairn.hsm.cryptoki.FunctionListSource;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import cairn.testkit.SeededRandom;
import cairn.testkit.SettableClock;
import cairn.testkit.SoftHsm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** A module of SoftHSM with one token, and what tests need around it. */
final class HsmFixture implements AutoCloseable {
    static final String LABEL = "Cairn test";
    static final TokenSelector SELECTOR = new TokenSelector(LABEL, Optional.empty());

    private static final AtomicInteger SEEDS = new AtomicInteger();

    final SoftHsm hsm;
    final SettableClock clock = SettableClock.at("2030-01-01T00:00:00Z");
    final CryptokiModule module;

    private HsmFixture(SoftHsm hsm, FunctionListSource source) throws TokenException {
        this.hsm = hsm;
        hsm.useInThisProcess();
        this.module = CryptokiModule.open(source, settings(clock));
    }

    /** SoftHSM from its file. */
    static HsmFixture in(Path folder) throws TokenException {
        SoftHsm hsm = SoftHsm.withToken(folder, LABEL);
        return new HsmFixture(hsm, new FunctionListSource.LibraryFile(hsm.library()));
    }

    /** SoftHSM with functions in between. */
    static HsmFixture in(Path folder, Interposer interposer) throws TokenException {
        SoftHsm hsm = SoftHsm.withToken(folder, LABEL);
        return new HsmFixture(hsm, interposer.source());
    }

    static ModuleSettings settings(SettableClock clock) {
        return ModuleSettings.of(threads(), SeededRandom.of(SEEDS.incrementAndGet()), clock);
    }

    /** Threads that do not keep a failed test alive. */
    static ThreadFactory threads() {
        return work -> {
            Thread thread = new Thread(null, work, "session", 2L << 20);
            thread.setDaemon(true);
            return thread;
        };
    }

    static PinSource pin(String text) {
        return (token, role) -> Pin.ofUtf8(text.getBytes(StandardCharsets.UTF_8));
    }

    static Pin pinOf(String text) {
        return Pin.ofUtf8(text.getBytes(StandardCharsets.UTF_8));
    }

    Token login() throws TokenException {
        return module.open(SELECTOR, pin(SoftHsm.PIN), TokenOptions.DEFAULT);
    }

    Token login(int sessions, Duration patience) throws TokenException {
        return module.open(SELECTOR, pin(SoftHsm.PIN), new TokenOptions(sessions, patience, Duration.ofSeconds(60)));
    }

    @Override
    public void close() {
        module.close();
    }
}
