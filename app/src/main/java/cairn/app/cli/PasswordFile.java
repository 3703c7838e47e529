package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.hsm.pin.PinFile;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenSelector;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The password of a key store or of a private key, from a file that is guarded as one with a PIN is. */
final class PasswordFile {
    private PasswordFile() {}

    /** The password, for the caller to wipe. */
    static char[] read(Path file, String option) throws NoSuchFileException, Problem {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (Pin pin =
                new PinFile(file).request(new TokenSelector("key store", Optional.empty()), PinSource.Role.USER)) {
            return pin.characters();
        } catch (TokenException e) {
            throw new Problem(
                    "E-2",
                    ExitCode.BAD_INPUT,
                    "The password cannot be taken from its file.",
                    option + ": " + ofPassword(String.valueOf(e.getMessage())),
                    "Name a file with the password in it that only you may read (chmod 600).",
                    e);
        }
    }

    /** No token is meant here, so the reader of PINs must not speak of one. */
    private static String ofPassword(String words) {
        return words.replace("the PIN file ", "the file ")
                .replace(" holds no PIN ", " holds no password ")
                .replace(" for a PIN", " for a password");
    }
}
