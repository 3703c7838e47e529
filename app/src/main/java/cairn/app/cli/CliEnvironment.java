package cairn.app.cli;

import cairn.app.session.Sessions;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * What every command is handed.
 *
 * @param cancelled whether somebody wants it to end: what is long stops after the step in hand
 */
public record CliEnvironment(
        Sessions sessions, InstantSource clock, PrintWriter out, PrintWriter err, BooleanSupplier cancelled) {}
