package cairn.hsm.broker;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.softtoken.Tokens;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A hosted module over a scripted broker in a folder, and what tests do with it again and again. */
final class BrokerBench implements AutoCloseable {
    static final KeySpec P256 = new KeySpec.Ec(KeySpec.Curve.P256);
    static final SignMechanism ECDSA = new SignMechanism.Ecdsa(Digest.SHA256);
    static final TokenOptions OPTIONS = new TokenOptions(4, Duration.ofSeconds(30), Duration.ofSeconds(30));

    private final Path folder;
    private final HostedModule module;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String pin = "correct horse";

    BrokerBench(Path folder) throws TokenException {
        this(folder, ScriptedBroker.class, InstantSource.system(), Duration.ofSeconds(60));
    }

    BrokerBench(Path folder, Class<?> broker, InstantSource clock, Duration startTimeout) throws TokenException {
        this.folder = folder;
        SecureRandom random = new SecureRandom();
        if (!Files.exists(folder.resolve("token"))) {
            try (Pin passphrase = pin("correct horse")) {
                Tokens.create(folder.resolve("token"), "Scripted", passphrase, random)
                        .close();
            }
        }
        module = new HostedModule(
                launch(broker, folder),
                new HostOptions(folder, startTimeout, Duration.ofSeconds(30)),
                Thread.ofPlatform().daemon().factory(),
                random,
                clock);
    }

    static LaunchSpec launch(Class<?> broker, Path folder) {
        List<String> options = new ArrayList<>(LaunchSpec.USUAL_OPTIONS);
        options.add("-XX:TieredStopAtLevel=1");
        return new LaunchSpec(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                broker.getName(),
                options,
                List.of(folder.toString()),
                Map.of("CAIRN_TEST", "1"));
    }

    HostedModule module() {
        return module;
    }

    PinSource pins() {
        return (token, role) -> {
            asked.incrementAndGet();
            return pin(pin);
        };
    }

    Token open() throws TokenException {
        return open(OPTIONS);
    }

    Token open(TokenOptions options) throws TokenException {
        return module.open(ScriptedBroker.selector(), pins(), options);
    }

    int asked() {
        return asked.get();
    }

    void pinIsNow(String text) {
        pin = text;
    }

    void onStart(String script) throws IOException {
        Files.writeString(folder.resolve("on-start"), script);
    }

    long notes(String line) throws IOException {
        Path notes = folder.resolve("notes");
        return Files.exists(notes)
                ? Files.readAllLines(notes).stream().filter(line::equals).count()
                : 0;
    }

    ProcessHandle process() {
        return module.process().orElseThrow();
    }

    static Pin pin(String text) {
        return Pin.ofUtf8(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] message(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] sign(Token token, KeyRef key, String text) throws TokenException {
        return token.sign(key, ECDSA, message(text));
    }

    static void verify(byte[] publicKey, String text, byte[] signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(publicKey)));
        verifier.update(message(text));
        assertTrue(verifier.verify(signature));
    }

    @Override
    public void close() {
        module.close();
    }
}
