package cairn.app.cli;

import cairn.hsm.pin.PinCredential;
import cairn.hsm.pin.PinDescriptor;
import cairn.hsm.pin.PinFile;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import java.io.Console;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A PIN's way into the program: a file, a descriptor, a credential, else a prompt.
 *
 * @param option how its options start
 * @param words what the prompt calls it
 * @param twice whether the prompt asks again, because nobody sees what is typed
 */
record PinPlace(String option, String words, boolean twice) {
    PinSource source(@Nullable Path file, @Nullable Integer descriptor, @Nullable String credential) {
        if (file != null) {
            return new PinFile(file);
        }
        if (descriptor != null) {
            return descriptor(descriptor);
        }
        String folder = System.getenv("CREDENTIALS_DIRECTORY");
        if (credential != null && folder != null) {
            return credential(Path.of(folder), credential);
        }
        return (token, role) -> prompt(token.label(), credential != null);
    }

    private static PinSource descriptor(int number) {
        try {
            return new PinDescriptor(number);
        } catch (IllegalArgumentException e) {
            return refusing("a PIN cannot be read from descriptor " + number + ": use 0 or one above 2", e);
        }
    }

    private static PinSource credential(Path folder, String name) {
        try {
            return new PinCredential(folder, name);
        } catch (IllegalArgumentException e) {
            return refusing("a credential's name is one file name, not a path: " + name, e);
        }
    }

    private static PinSource refusing(String words, IllegalArgumentException cause) {
        return (token, role) -> {
            throw new TokenException(TokenException.Failure.LOGIN_REQUIRED, "", 0, words, cause);
        };
    }

    private Pin prompt(String label, boolean credentialWanted) throws TokenException {
        @SuppressWarnings("SystemConsoleNull") // null where the jdk.internal.le provider is switched off
        Console console = System.console();
        if (console == null || !console.isTerminal() || credentialWanted) {
            throw missing(
                    "nothing says what is the " + words + " of token " + label + ", and there is nobody to ask: use "
                            + option + "-file, " + option + "-fd or " + option + "-credential");
        }
        char[] typed = console.readPassword("%s for token %s: ", words, label);
        if (typed == null) {
            throw missing("no PIN was typed");
        }
        if (twice) {
            char[] again = console.readPassword("The same again: ");
            boolean same = again != null && Arrays.equals(typed, again);
            if (again != null) {
                Arrays.fill(again, '\0');
            }
            if (!same) {
                Arrays.fill(typed, '\0');
                throw missing("the two PINs that were typed differ; nothing was changed");
            }
        }
        return Pin.ofChars(typed);
    }

    private static TokenException missing(String words) {
        return new TokenException(TokenException.Failure.LOGIN_REQUIRED, words);
    }
}
