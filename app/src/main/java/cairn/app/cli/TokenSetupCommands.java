package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.TokenDirectory;
import cairn.app.session.TokenNames;
import cairn.app.session.TokenSettings;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenSelector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Making tokens and naming them: {@code cairn token init} and {@code add}. */
final class TokenSetupCommands {
    private TokenSetupCommands() {}

    /** Makes a token. */
    @Command(
            name = "init",
            description = {
                "Make a software token (not an HSM); or, with --module, initialise a PKCS#11 token.",
                "A token that is initialised already is only touched with --erase, which destroys its keys."
            })
    static final class Init extends Action {
        @Parameters(paramLabel = "NAME", description = "What the workspace calls it.")
        private String name = "";

        @Option(names = "--module", paramLabel = "LIB", description = "The PKCS#11 library.")
        private @Nullable Path module;

        @Option(names = "--label", paramLabel = "LABEL", description = "The token's own label. Default: NAME.")
        private @Nullable String label;

        @Option(
                names = "--slot",
                paramLabel = "N",
                description = "As 'cairn token list' names it. Default: the first that is not initialised.")
        private @Nullable Long slot;

        @Option(names = "--erase", description = "Destroy what is on the token in --slot.")
        private boolean erase;

        @Mixin
        private PinOptions pins = new PinOptions();

        @Mixin
        private PinOptions.Officer officer = new PinOptions.Officer();

        Init(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            TokenDirectory directory = new TokenDirectory(workspace());
            requireFree(directory, name);
            TokenSettings made = module == null ? software(directory) : pkcs11(module);
            directory.add(made);
            if (json()) {
                out().json(Json.of(made));
            } else {
                out().line(
                                "Made %s %s, serial number %s",
                                module == null ? "software token (not an HSM)" : "token", name, made.serialNumber());
            }
            return ExitCode.DONE;
        }

        private TokenSettings software(TokenDirectory directory) throws Exception {
            Path file = directory.softwareFile(name);
            TokenInfo info;
            String wanted = label == null ? name : label;
            TokenNames names = TokenNames.of(settings(file, TokenSettings.Kind.SOFTWARE, wanted, ""));
            try (Pin pin = pins.fresh(names).request(selector(wanted), PinSource.Role.USER)) {
                info = environment().sessions().tokens().createSoftware(file, wanted, pin);
            }
            return settings(file, TokenSettings.Kind.SOFTWARE, info.label(), info.serialNumber());
        }

        private TokenSettings pkcs11(Path library) throws Exception {
            String wanted = label == null ? name : label;
            TokenModule loaded = environment().sessions().tokens().module(library, Optional.empty());
            requireErasable(loaded, library);
            TokenNames names = TokenNames.of(settings(library, TokenSettings.Kind.PKCS11, wanted, ""));
            TokenInfo info;
            try (Pin so = officer.fresh(names).request(selector(wanted), PinSource.Role.SECURITY_OFFICER);
                    Pin user = pins.fresh(names).request(selector(wanted), PinSource.Role.USER)) {
                info = loaded.initToken(slot == null ? TokenModule.FIRST_UNINITIALIZED : slot, so, wanted);
                loaded.initPin(new TokenSelector(info.label(), Optional.of(info.serialNumber())), so, user);
            }
            return settings(library.toAbsolutePath(), TokenSettings.Kind.PKCS11, info.label(), info.serialNumber());
        }

        private TokenSettings settings(Path file, TokenSettings.Kind kind, String label, String serialNumber) {
            return new TokenSettings(name, kind, file, Optional.empty(), label, serialNumber);
        }

        private void requireErasable(TokenModule loaded, Path library) throws Exception {
            if (slot == null) {
                return;
            }
            for (TokenModule.SlotInfo found : loaded.slots()) {
                if (found.slotId() == slot && found.initialized() && !erase) {
                    throw Problem.refused(
                            "T-13",
                            "The token in this slot is initialised already.",
                            "slot " + slot + " of " + library,
                            "Nothing was done. --erase destroys all its keys for good.");
                }
            }
        }
    }

    /** Names a PKCS#11 token. */
    @Command(name = "add", description = "Tell the workspace of a token of a PKCS#11 library.")
    static final class Add extends Action {
        @Parameters(paramLabel = "NAME", description = "What the workspace calls it.")
        private String name = "";

        @Option(names = "--module", required = true, paramLabel = "LIB", description = "The PKCS#11 library.")
        private Path module = Path.of("");

        @Option(names = "--token", required = true, paramLabel = "LABEL", description = "The token's label.")
        private String label = "";

        Add(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            TokenDirectory directory = new TokenDirectory(workspace());
            requireFree(directory, name);
            TokenSettings settings = find(environment(), name, module, label);
            directory.add(settings);
            if (json()) {
                out().json(Json.of(settings));
            } else {
                out().line("Added token %s: %s, serial number %s", name, label, settings.serialNumber());
            }
            return ExitCode.DONE;
        }
    }

    /** The token of a library with this label; refuses none and more than one. */
    static TokenSettings find(CliEnvironment environment, String name, Path module, String label) throws Exception {
        List<TokenInfo> found = new ArrayList<>();
        for (TokenModule.SlotInfo slot :
                environment.sessions().tokens().module(module, Optional.empty()).slots()) {
            TokenInfo token = slot.token();
            if (token != null && token.label().equals(label)) {
                found.add(token);
            }
        }
        if (found.size() != 1) {
            throw new Problem(
                    "T-2",
                    ExitCode.TOKEN,
                    found.isEmpty() ? "No token has this label." : "More than one token has this label.",
                    label + " in " + module,
                    "'cairn token list --module LIB' shows the tokens.");
        }
        return new TokenSettings(
                name,
                TokenSettings.Kind.PKCS11,
                module.toAbsolutePath(),
                Optional.empty(),
                label,
                found.getFirst().serialNumber());
    }

    private static TokenSelector selector(String label) {
        return new TokenSelector(label, Optional.empty());
    }

    /** Before a PIN is asked for or a token is touched. */
    private static void requireFree(TokenDirectory directory, String name) throws Problem {
        if (!TokenSettings.isName(name)) {
            throw Problem.badInput(
                    "W-9",
                    "A token's name is 1 to 40 of a-z, 0-9 and '-', starting with a letter.",
                    name,
                    "Choose another.");
        }
        directory.requireFree(name);
    }
}
