package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.publication.FilePublisher;
import cairn.ca.publication.PublicationException;
import cairn.ca.x509.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;

/** A file that is to be written, and whether one that is there may go for it. */
public record FileTarget(Path file, boolean replace) {
    /** Refuses what can be no file. */
    public void require() throws Problem {
        OutputFile.require(file);
    }

    /** Writes what anybody may read; returns the digest of what was read back. */
    public Fingerprint write(byte[] content, FilePublisher.Check check) throws IOException, PublicationException {
        return new FilePublisher().publish(file, content, existing(), check);
    }

    /** Writes what only the owner of the file may read. */
    public Fingerprint writeForOwner(byte[] content, FilePublisher.Check check)
            throws IOException, PublicationException {
        return new FilePublisher().publishForOwner(file, content, existing(), check);
    }

    private FilePublisher.Existing existing() {
        return replace ? FilePublisher.Existing.REPLACE : FilePublisher.Existing.KEEP;
    }
}
