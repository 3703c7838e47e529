package cairn.app.cli;

import cairn.app.session.Sessions;
import java.io.PrintWriter;
import java.time.InstantSource;

/** What every command is handed. */
public record CliEnvironment(Sessions sessions, InstantSource clock, PrintWriter out, PrintWriter err) {}
