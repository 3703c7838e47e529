package cairn.app.cli;

import cairn.app.problem.Problem;
import cairn.app.session.OutputFile;
import cairn.ca.publication.FilePublisher;
import cairn.ca.publication.PublicationException;
import cairn.ca.x509.Fingerprint;
import java.io.IOException;
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

    /** Whether a file that is there may be replaced. */
    boolean replaces() {
        return replace;
    }

    /** Refuses what can be no file. */
    void require() throws Problem {
        OutputFile.require(out);
    }

    /** Writes what anybody may read; returns the digest of what was read back. */
    Fingerprint write(byte[] content, FilePublisher.Check check) throws IOException, PublicationException {
        return new FilePublisher().publish(out, content, existing(), check);
    }

    /** Writes what only the owner of the file may read. */
    Fingerprint writeForOwner(byte[] content, FilePublisher.Check check) throws IOException, PublicationException {
        return new FilePublisher().publishForOwner(out, content, existing(), check);
    }

    private FilePublisher.Existing existing() {
        return replace ? FilePublisher.Existing.REPLACE : FilePublisher.Existing.KEEP;
    }
}
