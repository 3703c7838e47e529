package cairn.app.boot;

import cairn.app.cli.CairnCommand;
import cairn.app.cli.CliEnvironment;
import cairn.app.cli.Console;
import cairn.app.cli.Interruption;
import cairn.app.fx.task.ScreenThread;
import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** Starts the program. */
public final class Main {
    /** A step of issuing on a slow token takes less; then the journal says at the next start what was interrupted. */
    private static final Duration FOR_THE_STEP_IN_HAND = Duration.ofSeconds(60);

    private Main() {}

    /** Runs one command and ends the process with its exit code; Ctrl-C lets the step in hand end in order. */
    public static void main(String[] arguments) {
        StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(output, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(interruption, err), "stop"));
        int code;
        try (Composition composition = new Composition(new ScreenThread()::forbid, InstantSource.system())) {
            code = CairnCommand.run(
                    new CliEnvironment(
                            composition,
                            composition.clock(),
                            new Console(out, err, isTerminal(), interruption),
                            new Desktop(composition, composition.clock())),
                    arguments);
            out.flush();
            code = Math.max(code, lost(output, err));
        } finally {
            interruption.ended();
        }
        // The exit code is what scripts rely on; only this call sets it.
        System.exit(code);
    }

    /** The exit code for words that were not written, or zero; the greater code is the graver one. */
    private static int lost(StandardOutput output, PrintWriter err) {
        try {
            output.requireWritten();
            return ExitCode.DONE.code();
        } catch (Problem e) {
            err.println(e.text());
            return e.exit().code();
        }
    }

    /** Java only knows of input and output together; Linux says what standard error is. */
    private static boolean isTerminal() {
        Path error = Path.of("/proc/self/fd/2");
        try {
            String target = Files.readSymbolicLink(error).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static void stop(Interruption interruption, PrintWriter err) {
        if (interruption.isOver()) {
            return;
        }
        if (interruption.isHeeded()) {
            err.println("cairn: stopping after the step in hand ...");
        }
        try {
            if (!interruption.stop(FOR_THE_STEP_IN_HAND)) {
                err.println("cairn: interrupted. What is done stays; 'cairn workspace info' says what is open.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
