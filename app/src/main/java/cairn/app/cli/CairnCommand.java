package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.ca.x509.PlainText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program's command line. */
@Command(
        name = "cairn",
        mixinStandardHelpOptions = true,
        version = "Cairn 0.1.0-SNAPSHOT",
        description = "An offline certificate authority, with its keys on a PKCS#11 token.",
        scope = CommandLine.ScopeType.INHERIT,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused by policy or verdict",
            "2:wrong usage",
            "3:bad input",
            "4:token",
            "5:storage",
            "6:unknown outcome, to be settled",
            "70:a bug"
        },
        subcommands = {
            WorkspaceCommands.class,
            TokenCommands.class,
            AuthorityCommands.class,
            ProfileCommands.class,
            IssueCommand.class,
            InspectCommand.class,
            LintCommand.class,
            RevocationCommands.Revoke.class,
            RevocationCommands.Hold.class,
            RevocationCommands.Release.class,
            CrlCommands.class,
            ExportCommand.class,
            InventoryCommand.class,
            AuditCommands.class,
            AssignCommand.class,
            DemoCommand.class,
            DesktopCommand.class,
            CompletionCommand.class,
            ManualCommand.class
        })
public final class CairnCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    private CairnCommand() {}

    /** Runs one command and returns its exit code. */
    public static int run(CliEnvironment environment, String... arguments) {
        CommandLine line = new CommandLine(new CairnCommand(), new Commands(environment));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(environment.out());
        line.setErr(environment.err());
        line.setParameterExceptionHandler((mistake, given) -> usage(environment, first(mistake)));
        line.setExecutionExceptionHandler((failure, command, parsed) -> tell(environment, failure));
        try {
            return line.execute(helped(arguments));
        } catch (Error e) {
            // Memory or stack that ran out is handed to no handler; a person sees no stack trace of that either.
            return tell(environment, e);
        }
    }

    /** {@code help COMMAND} is what many programs have for {@code COMMAND --help}. */
    private static String[] helped(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals("help")) {
            return arguments;
        }
        return Stream.concat(Arrays.stream(arguments).skip(1), Stream.of("--help"))
                .toArray(String[]::new);
    }

    private static int tell(CliEnvironment environment, Throwable failure) {
        Problem problem = Problems.of(failure);
        environment.err().println(problem.text());
        if (System.getenv("CAIRN_TRACE") != null) {
            // Only where the operator asked for it, to report a bug.
            failure.printStackTrace(environment.err());
        }
        environment.err().flush();
        return problem.exit().code();
    }

    /** An option that does not exist is said first: what is missing is perhaps what it was meant to be. */
    private static ParameterException first(ParameterException mistake) {
        List<String> unknown = mistake.getCommandLine().getUnmatchedArguments().stream()
                .filter(argument -> argument.startsWith("-"))
                .toList();
        return mistake instanceof MissingParameterException && !unknown.isEmpty()
                ? new UnmatchedArgumentException(mistake.getCommandLine(), unknown)
                : mistake;
    }

    /** What is wrong, what was meant perhaps, and the one line that says how it is used. */
    private static int usage(CliEnvironment environment, ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        environment.err().println("cairn: " + PlainText.escape(words(mistake)));
        if (mistake instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            environment.err().println("  perhaps meant: " + String.join(", ", unmatched.getSuggestions()));
        }
        environment.err().println("  usage: " + oneLine(command.getHelp().synopsis(0)));
        environment.err().println("  what to do: '" + name + " --help' explains it.");
        environment.err().flush();
        return ExitCode.USAGE.code();
    }

    /** In the words of a person at the keyboard, who counts no arguments and knows no types of Java. */
    private static String words(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            String first = unmatched.getUnmatched().getFirst();
            return mistake.getCommandLine().getSubcommands().isEmpty()
                    ? "'" + first + "' is one argument too many."
                    : "There is no command '" + first + "'.";
        }
        return String.valueOf(mistake.getMessage())
                .replaceFirst("^Error: ", "")
                .replaceFirst("' is not an? (int|long)$", "' is not a whole number, or too large");
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
