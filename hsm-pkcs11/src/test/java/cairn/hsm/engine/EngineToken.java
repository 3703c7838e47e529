package cairn.hsm.engine;

import cairn.ca.engine.ForwardingToken;
import cairn.ca.signing.KeyStoreToken;
import cairn.hsm.signer.TokenKeyStore;
import cairn.hsm.token.Pin;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A token of a module as the engine sees it; closing it closes the module too. */
final class EngineToken extends ForwardingToken {
    static final String LABEL = "engine";

    private final TokenModule module;

    private EngineToken(TokenKeyStore token, TokenModule module) {
        super(token);
        this.module = module;
    }

    /** Logs in to the module's token {@link #LABEL}. */
    static KeyStoreToken login(TokenModule module, String pin) throws Exception {
        try {
            TokenOptions options = new TokenOptions(2, Duration.ofMinutes(2), Duration.ofMinutes(2));
            return new EngineToken(
                    TokenKeyStore.over(module.open(
                            new TokenSelector(LABEL, Optional.empty()),
                            (token, role) -> Pin.ofUtf8(pin.getBytes(StandardCharsets.UTF_8)),
                            options)),
                    module);
        } catch (Exception e) {
            module.close();
            throw e;
        }
    }

    @Override
    public void close() {
        super.close();
        module.close();
    }
}
