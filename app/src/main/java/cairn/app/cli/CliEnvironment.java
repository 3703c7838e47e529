package cairn.app.cli;

import cairn.app.session.Sessions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** What every command is handed. */
public record CliEnvironment(Sessions sessions, InstantSource clock, Console console, Window window) {
    /** The desktop. */
    @FunctionalInterface
    public interface Window {
        /**
         * Opens it, with this workspace if one is named, and returns when it is closed.
         *
         * @return false where there is no display to open it on
         */
        boolean open(Optional<Path> workspace);
    }

    /** Results. */
    public PrintWriter out() {
        return console.out();
    }

    /** Words beside the results. */
    public PrintWriter err() {
        return console.err();
    }

    /** Whether a person sees what goes to {@link #err()} at once. */
    public boolean terminal() {
        return console.terminal();
    }

    /** The wish that the command end. */
    public Interruption interruption() {
        return console.interruption();
    }
}
