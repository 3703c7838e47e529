package cairn.app.boot;

import cairn.app.session.TokenSettings;
import cairn.app.session.Tokens;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.signing.SigningException;
import cairn.hsm.broker.BrokerMain;
import cairn.hsm.broker.HostOptions;
import cairn.hsm.broker.HostedModule;
import cairn.hsm.broker.LaunchSpec;
import cairn.hsm.signer.TokenKeyStore;
import cairn.hsm.softtoken.SoftwareToken;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;

/** Reaches tokens: the software token in this process, every PKCS#11 library in a process of its own. */
final class TokenAccess implements Tokens, AutoCloseable {
    private final SecureRandom random;
    private final ThreadFactory threads;
    private final InstantSource clock;
    private final Map<Path, TokenModule> modules = new ConcurrentHashMap<>();
    private final Map<KeyStoreToken, Token> behind = Collections.synchronizedMap(new WeakHashMap<>());

    TokenAccess(SecureRandom random, ThreadFactory threads, InstantSource clock) {
        this.random = random;
        this.threads = threads;
        this.clock = clock;
    }

    @Override
    public KeyStoreToken open(TokenSettings token, PinSource pins) throws SigningException, TokenException {
        Token opened = inspect(token, pins);
        KeyStoreToken keys = TokenKeyStore.over(opened);
        behind.put(keys, opened);
        return keys;
    }

    @Override
    public Token behind(KeyStoreToken open) {
        return Objects.requireNonNull(behind.get(open), "a token that was opened here");
    }

    @Override
    public Token inspect(TokenSettings token, PinSource pins) throws TokenException {
        return switch (token.kind()) {
            case SOFTWARE -> {
                requireTheOne(token);
                yield SoftwareToken.open(token.file(), pins, random);
            }
            case PKCS11 ->
                module(token.file(), token.reserved())
                        .open(
                                new TokenSelector(token.label(), Optional.of(token.serialNumber())),
                                pins,
                                TokenOptions.DEFAULT);
        };
    }

    /** Files can be exchanged; nobody is asked for the passphrase of another token, nor shown its keys. */
    private static void requireTheOne(TokenSettings token) throws TokenException {
        TokenInfo found = SoftwareToken.info(token.file());
        if (!found.serialNumber().equals(token.serialNumber())) {
            throw new TokenException(
                    TokenException.Failure.TOKEN_ABSENT,
                    token.file() + " is the software token '" + found.label() + "' (serial number "
                            + found.serialNumber() + "), and not '" + token.label() + "' (serial number "
                            + token.serialNumber() + ")");
        }
    }

    @Override
    public TokenModule module(Path library, Optional<String> reserved) {
        return modules.computeIfAbsent(library.toAbsolutePath().normalize(), path -> hosted(path, reserved));
    }

    private TokenModule hosted(Path library, Optional<String> reserved) {
        LaunchSpec spec = LaunchSpec.ofLibrary(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                BrokerMain.arguments(library, reserved, true),
                Map.of());
        return new HostedModule(
                spec, HostOptions.in(Path.of(System.getProperty("java.io.tmpdir"))), threads, random, clock);
    }

    @Override
    public TokenInfo createSoftware(Path file, String label, Pin passphrase) throws TokenException, IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (SoftwareToken token = SoftwareToken.create(file, label, passphrase, random)) {
            return token.info();
        }
    }

    @Override
    public void changePin(TokenSettings token, Pin old, Pin fresh) throws TokenException {
        switch (token.kind()) {
            case SOFTWARE -> {
                requireTheOne(token);
                try (SoftwareToken open = SoftwareToken.open(token.file(), (selector, role) -> old.copy(), random)) {
                    open.changePassphrase(old, fresh);
                }
            }
            case PKCS11 ->
                module(token.file(), token.reserved())
                        .setPin(new TokenSelector(token.label(), Optional.of(token.serialNumber())), old, fresh);
        }
    }

    @Override
    public void close() {
        modules.values().forEach(TokenModule::close);
    }
}
