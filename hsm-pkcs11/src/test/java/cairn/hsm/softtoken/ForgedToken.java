package cairn.hsm.softtoken;

import cairn.hsm.token.KeyRef;
import cairn.hsm.token.Pin;
import cairn.hsm.token.TokenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What somebody who knows the passphrase can do to a token. */
public final class ForgedToken {
    private ForgedToken() {}

    /** Puts another key under the identifier and label of {@code key}. */
    public static void exchange(Path file, KeyRef key) throws TokenException, IOException {
        TokenHeader header = SealedFile.parse(Files.readAllBytes(file)).header();
        StoredKey fresh = new KeyPairs(Tokens.RANDOM).generate(key.spec(), key.label());
        StoredKey forged = new StoredKey(key, fresh.privateKeyInfo(), fresh.subjectPublicKeyInfo());
        try (Pin pin = Tokens.pin(Tokens.PASSPHRASE)) {
            SealingKey sealing = SealingKey.derive(pin, header.salt(), header.cost());
            Files.write(file, SealedFile.encode(header, sealing, new byte[12], List.of(forged)));
        }
    }
}
