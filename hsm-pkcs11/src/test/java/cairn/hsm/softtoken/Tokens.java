package cairn.hsm.softtoken;

import cairn.hsm.token.Pin;
import cairn.hsm.token.TokenException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Software tokens with one passphrase and, because tests open many, a cheap stretching of it. */
final class Tokens {
    static final String PASSPHRASE = "correct horse";
    static final String LABEL = "Evaluation";
    static final ScryptCost CHEAP = new ScryptCost(16, 8, 1);
    static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    static SoftwareToken create(Path file) throws TokenException {
        try (Pin pin = pin(PASSPHRASE)) {
            return SoftwareToken.create(file, LABEL, pin, RANDOM, CHEAP);
        }
    }

    static SoftwareToken open(Path file) throws TokenException {
        return open(file, PASSPHRASE);
    }

    static SoftwareToken open(Path file, String passphrase) throws TokenException {
        return SoftwareToken.open(file, (token, role) -> pin(passphrase), RANDOM);
    }

    static Pin pin(String text) {
        return Pin.ofUtf8(text.getBytes(StandardCharsets.UTF_8));
    }
}
