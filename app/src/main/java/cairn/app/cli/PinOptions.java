package cairn.app.cli;

import cairn.hsm.token.PinSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a token's PIN comes from. Never from the command line itself, which other people can read. */
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
            description = "Take the PIN from this credential of the service manager ($$CREDENTIALS_DIRECTORY/NAME).")
    private @Nullable String credential;

    /** The source that the options name, or a prompt. */
    PinSource source() {
        return new PinPlace("--pin", "PIN", false).source(file, descriptor, credential);
    }

    /** The same for a PIN that is being set: a prompt asks twice. */
    PinSource fresh() {
        return new PinPlace("--pin", "New PIN", true).source(file, descriptor, credential);
    }

    /** The security officer's PIN. */
    static final class Officer {
        @Option(
                names = "--so-pin-file",
                paramLabel = "FILE",
                description = "Take the security officer's PIN from this file; only its owner may read it.")
        private @Nullable Path file;

        @Option(names = "--so-pin-fd", paramLabel = "N", description = "The same from this open file descriptor.")
        private @Nullable Integer descriptor;

        @Option(
                names = "--so-pin-credential",
                paramLabel = "NAME",
                description = "The same from this credential of the service manager.")
        private @Nullable String credential;

        PinSource source() {
            return new PinPlace("--so-pin", "Security officer's PIN", false).source(file, descriptor, credential);
        }

        PinSource fresh() {
            return new PinPlace("--so-pin", "New security officer's PIN", true).source(file, descriptor, credential);
        }
    }

    /** The PIN that is to be valid from now on. */
    static final class Fresh {
        @Option(
                names = "--new-pin-file",
                paramLabel = "FILE",
                description = "Take the new PIN from this file; only its owner may read it.")
        private @Nullable Path file;

        @Option(names = "--new-pin-fd", paramLabel = "N", description = "The same from this open file descriptor.")
        private @Nullable Integer descriptor;

        @Option(
                names = "--new-pin-credential",
                paramLabel = "NAME",
                description = "The same from this credential of the service manager.")
        private @Nullable String credential;

        PinSource source() {
            return new PinPlace("--new-pin", "New PIN", true).source(file, descriptor, credential);
        }
    }
}
