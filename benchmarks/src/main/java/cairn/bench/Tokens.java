package cairn.bench;

import cairn.hsm.broker.BrokerMain;
import cairn.hsm.broker.HostOptions;
import cairn.hsm.broker.HostedModule;
import cairn.hsm.broker.LaunchSpec;
import cairn.hsm.cryptoki.FunctionListSource;
import cairn.hsm.library.CryptokiModule;
import cairn.hsm.library.ModuleSettings;
import cairn.hsm.softtoken.SoftwareToken;
import cairn.hsm.token.Pin;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import cairn.testkit.SoftHsm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** Opens the tokens that are measured and closes them in the end. */
final class Tokens implements AutoCloseable {
    static final String LABEL = "bench";

    private static final String PASSPHRASE = "not a secret of anybody";

    private final SecureRandom random;
    private final ThreadFactory threads;
    private final InstantSource time;
    private final List<TokenModule> modules = new ArrayList<>();

    Tokens(SecureRandom random, ThreadFactory threads, InstantSource time) {
        this.random = random;
        this.threads = threads;
        this.time = time;
    }

    /** A token behind the broker. */
    record Hosted(Token token, ProcessHandle process) {}

    Token software(Path file) throws TokenException {
        try (Pin passphrase = pin(PASSPHRASE)) {
            return SoftwareToken.create(file, LABEL, passphrase, random);
        }
    }

    Token inProcess(FunctionListSource source, String pin) throws TokenException {
        return open(CryptokiModule.open(source, ModuleSettings.of(threads, random, time)), pin);
    }

    Hosted hosted(SoftHsm hsm, Path folder) throws TokenException {
        LaunchSpec launch = LaunchSpec.ofLibrary(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                BrokerMain.arguments(hsm.library(), Optional.empty(), true),
                Map.of("SOFTHSM2_CONF", hsm.configuration().toAbsolutePath().toString()));
        HostedModule module = new HostedModule(launch, HostOptions.in(folder), threads, random, time);
        Token token = open(module, SoftHsm.PIN);
        return new Hosted(token, module.process().orElseThrow());
    }

    private Token open(TokenModule module, String pin) throws TokenException {
        modules.add(module);
        return module.open(new TokenSelector(LABEL, Optional.empty()), (token, role) -> pin(pin), TokenOptions.DEFAULT);
    }

    private static Pin pin(String text) {
        return Pin.ofUtf8(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        modules.forEach(TokenModule::close);
    }
}
