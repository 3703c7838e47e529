package cairn.app.cli;

import cairn.hsm.pin.PinCredential;
import cairn.hsm.pin.PinDescriptor;
import cairn.hsm.pin.PinFile;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import java.io.Console;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a PIN comes from. Never from the command line itself, which other people can read. */
final class PinOptions {
    @Option(
            names = "--pin-file",
            paramLabel = "FILE",
            description = "Take the PIN or passphrase from this file; only its owner may read it.")
    private @Nullable Path file;

    @Option(names = "--pin-fd", paramLabel = "N", description = "Take the PIN from this open file descriptor.")
    private @Nullable Integer descriptor;

    @Option(
            names = "--pin-credential",
            paramLabel = "NAME",
            description = "Take the PIN from this credential of the service manager ($CREDENTIALS_DIRECTORY/NAME).")
    private @Nullable String credential;

    /** The source that the options name, or a prompt. */
    PinSource source() {
        if (file != null) {
            return new PinFile(file);
        }
        if (descriptor != null) {
            return new PinDescriptor(descriptor);
        }
        String folder = System.getenv("CREDENTIALS_DIRECTORY");
        if (credential != null && folder != null) {
            return new PinCredential(Path.of(folder), credential);
        }
        return (token, role) -> {
            @SuppressWarnings("SystemConsoleNull") // null where the jdk.internal.le provider is switched off
            Console console = System.console();
            if (console == null || !console.isTerminal() || credential != null) {
                throw new TokenException(
                        TokenException.Failure.LOGIN_REQUIRED,
                        "no PIN was given for token " + token.label()
                                + " and there is nobody to ask: use --pin-file, --pin-fd or --pin-credential");
            }
            char[] typed = console.readPassword("PIN of token %s (%s): ", token.label(), role);
            if (typed == null) {
                throw new TokenException(TokenException.Failure.LOGIN_REQUIRED, "no PIN was typed");
            }
            return Pin.ofChars(typed);
        };
    }
}
