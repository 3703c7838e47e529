package cairn.app.session;

import cairn.app.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that somebody named, read whole, but never more of it than any reader takes. */
public final class InputFile {
    /** One more octet than the largest that is looked at, so that the reader sees that it is too large. */
    private static final int MOST_OCTETS = (64 << 20) + 1;

    private InputFile() {}

    /**
     * The content, cut off behind the limit.
     *
     * @throws Problem for what is no file with an end: a folder, a pipe, a device
     */
    public static byte[] read(Path file) throws IOException, Problem {
        if (file.toString().isEmpty()) {
            throw Problem.badInput("I-9", "The name of a file is empty.", "", "Name a file.");
        }
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw Problem.badInput(
                    "I-9",
                    Files.isDirectory(file)
                            ? "This is a folder, and a file is wanted."
                            : "This is a pipe, a device or the like, and a file is wanted.",
                    file.toString(),
                    "Name the file itself.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_OCTETS);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            FileSystemException named = new FileSystemException(file.toString(), null, e.getMessage());
            named.initCause(e);
            throw named;
        }
    }
}
