package cairn.app.cli;

import java.io.PrintWriter;

/**
 * Where a command speaks to whoever started it.
 *
 * @param terminal whether a person sees what goes to {@code err} at once
 * @param interruption the wish that it end: what writes in steps stops after the step in hand
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal, Interruption interruption) {}
