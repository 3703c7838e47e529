package cairn.app.session;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a token is reached. Kept in the workspace; holds no secret.
 *
 * @param name what the workspace calls it, 1 to 40 of {@code a-z 0-9 -}
 * @param label the token's label
 * @param serialNumber the token's serial number
 */
public record TokenSettings(
        String name, Kind kind, Path file, Optional<String> reserved, String label, String serialNumber) {
    /** Refuses an unusable name. */
    public TokenSettings {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "a token's name is 1 to 40 of a-z, 0-9 and '-', starting with a letter: " + name);
        }
    }

    /** Whether a token may be called so. */
    public static boolean isName(String text) {
        return text.matches("[a-z][a-z0-9-]{0,39}");
    }

    /** The name, with the label beside it where it is another word. */
    public String title() {
        return name + (label.equals(name) ? "" : " (label " + label + ")");
    }

    /** What {@code file} is. */
    public enum Kind {
        /** The sealed file of a software token, which is not an HSM. */
        SOFTWARE,
        /** A PKCS#11 library. */
        PKCS11
    }
}
