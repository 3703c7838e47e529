package cairn.app.cli;

import cairn.app.session.Sessions;
import java.io.PrintWriter;
import java.time.InstantSource;

/**
 * What every command is handed.
 *
 * @param terminal whether a person sees what goes to {@code err} at once
 * @param interruption the wish that it end: what writes in steps stops after the step in hand
 */
public record CliEnvironment(
        Sessions sessions,
        InstantSource clock,
        PrintWriter out,
        PrintWriter err,
        boolean terminal,
        Interruption interruption) {}
