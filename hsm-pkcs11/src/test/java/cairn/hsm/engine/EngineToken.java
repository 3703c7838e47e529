package cairn.hsm.engine;

import cairn.ca.signing.KeyReference;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.signing.TokenIdentity;
import cairn.ca.x509.KeyType;
import cairn.hsm.signer.TokenKeyStore;
import cairn.hsm.token.Pin;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A token of a module as the engine sees it; closing it closes the module too. */
final class EngineToken implements KeyStoreToken {
    static final String LABEL = "engine";

    private final TokenKeyStore token;
    private final TokenModule module;

    private EngineToken(TokenKeyStore token, TokenModule module) {
        this.token = token;
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
    public TokenIdentity identity() {
        return token.identity();
    }

    @Override
    public Set<KeyType> offers() throws SigningException {
        return token.offers();
    }

    @Override
    public List<SigningKey> keys() throws SigningException {
        return token.keys();
    }

    @Override
    public SigningKey find(KeyReference reference) throws SigningException {
        return token.find(reference);
    }

    @Override
    public SigningKey generate(KeyType type, String label) throws SigningException {
        return token.generate(type, label);
    }

    @Override
    public void close() {
        token.close();
        module.close();
    }
}
