package cairn.app.cli;

import cairn.app.session.TokenNames;
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
 * @param words what it is called
 * @param twice whether the prompt asks again, because nobody sees what is typed
 */
record PinPlace(String option, String words, boolean twice) {
    /** What the options name: at most one of these. */
    record Given(
            @Nullable Path file,
            @Nullable Integer descriptor,
            @Nullable String credential) {
        static final Given NONE = new Given(null, null, null);
    }

    PinSource source(Given given, TokenNames names) {
        if (given.file() != null) {
            return new PinFile(given.file());
        }
        if (given.descriptor() != null) {
            return descriptor(given.descriptor());
        }
        if (given.credential() != null) {
            return credential(given.credential());
        }
        return (token, role) ->
                prompt(names.title(token.label(), token.serialNumber().orElse("")));
    }

    private static PinSource descriptor(int number) {
        try {
            return new PinDescriptor(number);
        } catch (IllegalArgumentException e) {
            return refusing("a PIN cannot be read from descriptor " + number + ": use 0 or one above 2", e);
        }
    }

    private PinSource credential(String name) {
        String folder = System.getenv("CREDENTIALS_DIRECTORY");
        if (folder == null) {
            return refusing(
                    option + "-credential " + name + " is for a program that the service manager starts with a"
                            + " credential of this name (LoadCredential=" + name + ":FILE of systemd), which sets"
                            + " CREDENTIALS_DIRECTORY; it is not set here: use " + option + "-file",
                    null);
        }
        try {
            return new PinCredential(Path.of(folder), name);
        } catch (IllegalArgumentException e) {
            return refusing("a credential's name is one file name, not a path: " + name, e);
        }
    }

    private static PinSource refusing(String words, @Nullable IllegalArgumentException cause) {
        return (token, role) -> {
            throw new TokenException(TokenException.Failure.LOGIN_REQUIRED, "", 0, words, cause);
        };
    }

    private Pin prompt(String title) throws TokenException {
        @SuppressWarnings("SystemConsoleNull") // null where the jdk.internal.le provider is switched off
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw missing(
                    "nothing says what the " + words + " of token " + title + " is, and there is nobody to ask: use "
                            + option + "-file, " + option + "-fd or " + option + "-credential");
        }
        char[] typed = console.readPassword(
                "%s for token %s: ", Character.toUpperCase(words.charAt(0)) + words.substring(1), title);
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
