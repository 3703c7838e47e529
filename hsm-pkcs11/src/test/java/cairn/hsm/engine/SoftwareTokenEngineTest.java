package cairn.hsm.engine;

import cairn.ca.engine.EngineSuite;
import cairn.ca.signing.KeyStoreToken;
import cairn.hsm.signer.TokenKeyStore;
import cairn.hsm.softtoken.Tokens;
import cairn.hsm.token.Pin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;

/** The engine on the software token. */
final class SoftwareTokenEngineTest extends EngineSuite {
    @Override
    protected KeyStoreToken openToken(Path folder) throws Exception {
        try (Pin passphrase = Pin.ofUtf8("correct horse".getBytes(StandardCharsets.UTF_8))) {
            return TokenKeyStore.over(Tokens.create(folder.resolve("token"), "engine", passphrase, new SecureRandom()));
        }
    }
}
