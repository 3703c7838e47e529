package cairn.app.cli;

import cairn.app.problem.Problem;
import cairn.app.session.FileTarget;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The one file that a command writes. */
final class Destination {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file; never overwritten without --replace. Its folder is made if need be.")
    private Path out = Path.of("");

    @Option(names = "--replace", description = "Replace the file if it exists.")
    private boolean replace;

    Path file() {
        return out;
    }

    /** What is written, and whether over another. */
    FileTarget target() {
        return new FileTarget(out, replace);
    }

    /** Refuses what can be no file. */
    void require() throws Problem {
        target().require();
    }
}
