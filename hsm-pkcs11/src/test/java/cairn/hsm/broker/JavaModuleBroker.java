package cairn.hsm.broker;

import cairn.hsm.cryptoki.Abi;
import cairn.hsm.cryptoki.FunctionListSource;
import cairn.hsm.library.CryptokiModule;
import cairn.hsm.library.ModuleSettings;
import cairn.hsm.token.Pin;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import cairn.testkit.SeededRandom;
import cairn.testkit.pkcs11.Fault;
import cairn.testkit.pkcs11.FaultScript;
import cairn.testkit.pkcs11.Function;
import cairn.testkit.pkcs11.JavaModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/**
 * A broker's process over a PKCS#11 library in Java. Its token has the same key in every life, because the random source
 * is the same. The file {@code hang} names the function whose next call does not return; when one hangs, the file
 * {@code hanging} appears.
 */
final class JavaModuleBroker {
    static final TokenSelector SELECTOR = new TokenSelector("granite", Optional.empty());

    private JavaModuleBroker() {}

    public static void main(String[] arguments) throws IOException {
        ThreadFactory threads = Thread.ofPlatform().daemon().factory();
        BrokerServer.serve(System.in, List.of(arguments), given -> start(Path.of(given.getFirst()), threads), threads);
        Runtime.getRuntime().halt(0);
    }

    private static TokenModule start(Path folder, ThreadFactory threads) throws TokenException {
        JavaModule java = JavaModule.withToken(SELECTOR.label(), SeededRandom.of(1));
        TokenModule module = CryptokiModule.open(
                new FunctionListSource.InMemory("Java module", java.functionList(), Abi.POSIX),
                ModuleSettings.of(threads, SeededRandom.of(2), InstantSource.system()));
        try (Token token = module.open(SELECTOR, (selector, role) -> pin(), TokenOptions.DEFAULT)) {
            token.generateKeyPair(BrokerBench.P256, "root");
        }
        Path wish = folder.resolve("hang");
        if (Files.exists(wish)) {
            try {
                java.script().next(Function.valueOf(Files.readString(wish)), new Fault.Hang());
                Files.delete(wish);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            threads.newThread(() -> tell(java.script(), folder)).start();
        }
        return module;
    }

    static Pin pin() {
        return Pin.ofUtf8(JavaModule.PIN.getBytes(StandardCharsets.UTF_8));
    }

    private static void tell(FaultScript script, Path folder) {
        try {
            script.awaitHanging();
            Files.createFile(folder.resolve("hanging"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
