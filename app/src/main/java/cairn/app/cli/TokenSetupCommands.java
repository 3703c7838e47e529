package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.TokenDirectory;
import cairn.app.session.TokenSettings;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Naming tokens: {@code cairn token add}. */
final class TokenSetupCommands {
    private TokenSetupCommands() {}

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
                    "'cairn token list --module " + module + "' shows the tokens.");
        }
        return new TokenSettings(
                name,
                TokenSettings.Kind.PKCS11,
                module.toAbsolutePath(),
                Optional.empty(),
                label,
                found.getFirst().serialNumber());
    }

    /** Before a PIN is asked for or a token is touched. */
    static void requireFree(TokenDirectory directory, String name) throws Problem {
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
