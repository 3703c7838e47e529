package cairn.app.cli;

import cairn.app.problem.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code cairn completion}: the script with which a shell completes commands and options. */
@Command(name = "completion", description = "Print the completion script for bash and zsh: source <(cairn completion)")
final class CompletionCommand extends Action {
    @Spec
    private @Nullable CommandSpec spec;

    CompletionCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() {
        if (spec != null) {
            environment().out().println(AutoComplete.bash("cairn", spec.root().commandLine()));
            environment().out().flush();
        }
        return ExitCode.DONE;
    }
}
