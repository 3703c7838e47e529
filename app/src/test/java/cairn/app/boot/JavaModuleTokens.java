package cairn.app.boot;

import cairn.app.session.TokenSettings;
import cairn.app.session.Tokens;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.signing.SigningException;
import cairn.hsm.cryptoki.Abi;
import cairn.hsm.cryptoki.FunctionListSource;
import cairn.hsm.library.CryptokiModule;
import cairn.hsm.library.ModuleSettings;
import cairn.hsm.signer.TokenKeyStore;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import cairn.testkit.SeededRandom;
import cairn.testkit.pkcs11.JavaModule;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Every library is this module in Java. */
record JavaModuleTokens(TokenModule module) implements Tokens, AutoCloseable {
    static JavaModuleTokens of(JavaModule java) throws TokenException {
        return new JavaModuleTokens(CryptokiModule.open(
                new FunctionListSource.InMemory("Java module", java.functionList(), Abi.POSIX),
                ModuleSettings.of(
                        Thread.ofPlatform().daemon().factory(), SeededRandom.of(11), InstantSource.system())));
    }

    private static TokenSelector selector(TokenSettings token) {
        return new TokenSelector(token.label(), Optional.of(token.serialNumber()));
    }

    @Override
    public KeyStoreToken open(TokenSettings token, PinSource pins) throws SigningException, TokenException {
        return TokenKeyStore.over(inspect(token, pins));
    }

    @Override
    public Token behind(KeyStoreToken open) {
        throw new UnsupportedOperationException("nobody looks at this one");
    }

    @Override
    public Token inspect(TokenSettings token, PinSource pins) throws TokenException {
        return module.open(selector(token), pins, TokenOptions.DEFAULT);
    }

    @Override
    public TokenModule module(Path library, Optional<String> reserved) {
        return module;
    }

    @Override
    public TokenInfo createSoftware(Path file, String label, Pin passphrase) {
        throw new UnsupportedOperationException("no software tokens here");
    }

    @Override
    public void changePin(TokenSettings token, Pin old, Pin fresh) throws TokenException {
        module.setPin(selector(token), old, fresh);
    }

    @Override
    public void close() {
        module.close();
    }
}
