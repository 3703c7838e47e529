package cairn.app.session;

import cairn.app.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that somebody named to be written. */
public final class OutputFile {
    private OutputFile() {}

    /**
     * Whether there can be a file of this name; that one is there already is for its writer to say.
     *
     * @throws Problem for an empty name, standard output, a folder, a pipe, a device
     */
    public static void require(Path file) throws Problem {
        if (file.toString().isEmpty()) {
            throw Problem.badInput("I-9", "The name of a file is empty.", "", "Name a file.");
        }
        if (file.toString().equals("-")) {
            throw Problem.badInput(
                    "I-9",
                    "Nothing is written to standard output: what is written is read again and checked.",
                    "-",
                    "Name a file; './-' is one of this name.");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw Problem.badInput(
                    "I-9",
                    Files.isDirectory(file)
                            ? "This is a folder, and a file is wanted."
                            : "This is a pipe, a device or the like, and a file is wanted.",
                    file.toString(),
                    "Name a file.");
        }
    }
}
