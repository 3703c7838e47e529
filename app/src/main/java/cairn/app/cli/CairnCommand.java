package cairn.app.cli;

import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's command line. */
@Command(
        name = "cairn",
        mixinStandardHelpOptions = true,
        version = "Cairn 0.1.0-SNAPSHOT",
        description = "An offline certificate authority, with its keys on a PKCS#11 token.",
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
        })
public final class CairnCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private CairnCommand() {}

    /** Runs one command and returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new CairnCommand());
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            Problem problem = Problems.of(failure);
            err.println(problem.text());
            return problem.exit().code();
        });
        return line.execute(arguments);
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
