package cairn.app.boot;

import cairn.app.cli.CairnCommand;
import cairn.app.cli.CliEnvironment;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts the program. */
public final class Main {
    /** A step of issuing on a slow token takes less; then the journal says at the next start what was interrupted. */
    private static final long SECONDS_FOR_THE_STEP_IN_HAND = 60;

    private Main() {}

    /** Runs one command and ends the process with its exit code; Ctrl-C lets the step in hand end in order. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        AtomicBoolean cancelled = new AtomicBoolean();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(cancelled, ended, err), "stop"));
        int code;
        try (Composition composition = new Composition()) {
            code = CairnCommand.run(
                    new CliEnvironment(composition, composition.clock(), out, err, cancelled::get), arguments);
        }
        out.flush();
        ended.countDown();
        System.exit(code);
    }

    private static void stop(AtomicBoolean cancelled, CountDownLatch ended, PrintWriter err) {
        if (ended.getCount() == 0) {
            return;
        }
        cancelled.set(true);
        err.println("cairn: stopping after the step in hand ...");
        try {
            if (!ended.await(SECONDS_FOR_THE_STEP_IN_HAND, TimeUnit.SECONDS)) {
                err.println("cairn: interrupted. What is done stays; 'cairn workspace info' says what is open.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
