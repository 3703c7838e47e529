package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.ca.publication.FilePublisher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cairn manual}: the pages of the manual, one for each command. */
@Command(name = "manual", description = "Write the pages of the manual: one for each command, for man(1).")
final class ManualCommand extends Action {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder, such as ~/.local/share/man/man1; older pages in it are replaced.")
    private Path folder = Path.of("");

    ManualCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() throws Exception {
        List<CommandSpec> commands = new ArrayList<>();
        if (spec != null) {
            collect(spec.root(), commands);
        }
        FilePublisher publisher = new FilePublisher();
        for (CommandSpec command : commands) {
            publisher.publish(
                    folder.resolve(ManualPage.fileName(command)),
                    ManualPage.of(command).getBytes(StandardCharsets.UTF_8),
                    FilePublisher.Existing.REPLACE,
                    content -> {});
        }
        if (json()) {
            out().json(Map.of("folder", folder.toString(), "pages", commands.size()));
        } else {
            out().line("%d pages in %s: man -l %s", commands.size(), folder, folder.resolve("cairn.1"));
        }
        return ExitCode.DONE;
    }

    private static void collect(CommandSpec command, List<CommandSpec> into) {
        into.add(command);
        for (CommandLine below : command.subcommands().values()) {
            if (!into.contains(below.getCommandSpec())) {
                collect(below.getCommandSpec(), into);
            }
        }
    }
}
