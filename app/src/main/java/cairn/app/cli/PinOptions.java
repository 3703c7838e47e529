package cairn.app.cli;

import cairn.app.cli.PinPlace.Given;
import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.TokenNames;
import cairn.app.session.TokenSettings;
import cairn.hsm.token.PinSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * Where a token's PIN comes from: one place, or a prompt. Never from the command line itself, which other people can read.
 */
final class PinOptions {
    @ArgGroup
    private @Nullable Place place;

    /** The source that the options name, or a prompt that calls the token as the workspace does. */
    PinSource source(TokenNames names) {
        return new PinPlace("--pin", "PIN", false).source(given(), names);
    }

    /** The same for a PIN that is being set: a prompt asks twice. */
    PinSource fresh(TokenNames names) {
        return new PinPlace("--pin", "new PIN", true).source(given(), names);
    }

    /** Whether an option names a place. */
    boolean isGiven() {
        return place != null;
    }

    private Given given() {
        return place == null ? Given.NONE : new Given(place.file, place.descriptor, place.credential);
    }

    /** At most one of these. */
    private static final class Place {
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
                description =
                        "Take the PIN from this credential of the service manager ($$CREDENTIALS_DIRECTORY/NAME).")
        private @Nullable String credential;
    }

    /** The security officer's PIN. */
    static final class Officer {
        @ArgGroup
        private @Nullable OfficerPlace place;

        PinSource source(TokenNames names) {
            return new PinPlace("--so-pin", "security officer's PIN", false).source(given(), names);
        }

        PinSource fresh(TokenNames names) {
            return new PinPlace("--so-pin", "new security officer's PIN", true).source(given(), names);
        }

        boolean isGiven() {
            return place != null;
        }

        private Given given() {
            return place == null ? Given.NONE : new Given(place.file, place.descriptor, place.credential);
        }
    }

    /** At most one of these. */
    private static final class OfficerPlace {
        @Option(
                names = "--so-pin-file",
                paramLabel = "FILE",
                description = "Take the security officer's PIN from this file; only its owner may read it.")
        private @Nullable Path file;

        @Option(
                names = "--so-pin-fd",
                paramLabel = "N",
                description = "Take the security officer's PIN from this open file descriptor.")
        private @Nullable Integer descriptor;

        @Option(
                names = "--so-pin-credential",
                paramLabel = "NAME",
                description = "Take the security officer's PIN from this credential of the service manager.")
        private @Nullable String credential;
    }

    /** The PIN that is to be valid from now on. */
    static final class Fresh {
        @ArgGroup
        private @Nullable FreshPlace place;

        PinSource source(TokenNames names) {
            return new PinPlace("--new-pin", "new PIN", true).source(given(), names);
        }

        private Given given() {
            return place == null ? Given.NONE : new Given(place.file, place.descriptor, place.credential);
        }
    }

    /** At most one of these. */
    private static final class FreshPlace {
        @Option(
                names = "--new-pin-file",
                paramLabel = "FILE",
                description = "Take the new PIN from this file; only its owner may read it.")
        private @Nullable Path file;

        @Option(
                names = "--new-pin-fd",
                paramLabel = "N",
                description = "Take the new PIN from this open file descriptor.")
        private @Nullable Integer descriptor;

        @Option(
                names = "--new-pin-credential",
                paramLabel = "NAME",
                description = "Take the new PIN from this credential of the service manager.")
        private @Nullable String credential;
    }

    /** The PIN of the token on which the parent's key lies, where that is not the token of the new key. */
    static final class Parent {
        @ArgGroup
        private @Nullable ParentPlace place;

        /**
         * The source for the parent's token: {@code own} where it is the token of the new key. A PIN that was given for one
         * token is never sent to another, for that would be one of the few tries which the other allows.
         */
        PinSource source(PinOptions own, TokenSettings token, TokenSettings parents, TokenNames names) throws Problem {
            boolean same = token.label().equals(parents.label())
                    && token.serialNumber().equals(parents.serialNumber());
            if (same && place != null) {
                throw usage(
                        "The parent's key lies on the token of the new key: there is one PIN only.",
                        "token " + token.title(),
                        "Give it by --pin-file, --pin-fd or --pin-credential, and leave --parent-pin-... out.");
            }
            if (!same && place == null && own.isGiven()) {
                throw usage(
                        "The parent's key lies on another token: one PIN is not sent to two tokens.",
                        "new key: token " + token.title() + "\nparent's key: token " + parents.title(),
                        "Give the PIN of token " + parents.name()
                                + " by --parent-pin-file, --parent-pin-fd or --parent-pin-credential.");
            }
            return same ? own.source(names) : new PinPlace("--parent-pin", "PIN", false).source(given(), names);
        }

        private static Problem usage(String what, String where, String whatToDo) {
            return new Problem("T-15", ExitCode.USAGE, what, where, whatToDo + " No PIN was sent.");
        }

        private Given given() {
            return place == null ? Given.NONE : new Given(place.file, place.descriptor, place.credential);
        }
    }

    /** At most one of these. */
    private static final class ParentPlace {
        @Option(
                names = "--parent-pin-file",
                paramLabel = "FILE",
                description = "Take the PIN of the parent's token, if that is another one, from this file.")
        private @Nullable Path file;

        @Option(
                names = "--parent-pin-fd",
                paramLabel = "N",
                description =
                        "Take the PIN of the parent's token, if that is another one, from this open file descriptor.")
        private @Nullable Integer descriptor;

        @Option(
                names = "--parent-pin-credential",
                paramLabel = "NAME",
                description =
                        "Take the PIN of the parent's token, if that is another one, from this credential of the service manager.")
        private @Nullable String credential;
    }
}
