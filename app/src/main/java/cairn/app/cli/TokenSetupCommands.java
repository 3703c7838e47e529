package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.session.TokenDirectory;
import cairn.app.session.TokenSettings;
import cairn.app.session.TokenSetup;
import java.nio.file.Path;
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
            TokenSetup.requireFree(directory, name);
            TokenSettings settings = TokenSetup.find(environment().sessions().tokens(), name, module, label);
            directory.add(settings);
            if (json()) {
                out().json(Json.of(settings));
            } else {
                out().line("Added token %s: %s, serial number %s", name, label, settings.serialNumber());
            }
            return ExitCode.DONE;
        }
    }
}
