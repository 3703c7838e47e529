package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.ca.csr.CertificationRequest;
import cairn.ca.csr.RequestReader;
import cairn.ca.csr.RequestRefusedException;
import cairn.ca.csr.RequestReport;
import cairn.ca.x509.Finding;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A request as it was when a person looked at it.
 *
 * @param file where it lies, or the name under which it was pasted
 * @param digest of its octets
 * @param request it, if it could be read
 * @param findings everything that the rules for requests say of it
 * @param problem why there was nothing to be read at all
 */
public record LookedAtRequest(
        Path file,
        Optional<Fingerprint> digest,
        Optional<CertificationRequest> request,
        List<Finding> findings,
        Optional<Problem> problem) {
    /** Takes a copy. */
    public LookedAtRequest {
        findings = List.copyOf(findings);
    }

    /** What the findings come to. */
    public Verdict verdict() {
        return problem.isPresent() ? Verdict.REJECT : Verdict.of(findings);
    }

    /** The files that are meant: folders stand for the files in them. */
    public static List<Path> files(List<Path> named) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    inside.filter(Files::isRegularFile).sorted().forEach(files::add);
                }
            } else {
                files.add(path);
            }
        }
        return files;
    }

    /** Looks at a file; records nothing. */
    public static LookedAtRequest of(Session session, Path file) throws IOException, Problem {
        byte[] content;
        try {
            content = InputFile.read(file);
        } catch (IOException | Problem e) {
            return new LookedAtRequest(
                    file, Optional.empty(), Optional.empty(), List.of(), Optional.of(Problems.of(e)));
        }
        return of(session, file, content);
    }

    /** Looks at octets; a private key among them is overwritten. */
    public static LookedAtRequest of(Session session, Path name, byte[] content) throws IOException, Problem {
        Optional<Fingerprint> digest = Optional.of(Fingerprint.of(content));
        try {
            CertificationRequest request = RequestReader.read(content);
            RequestReport report = session.requests().report(request);
            return new LookedAtRequest(name, digest, Optional.of(request), report.findings(), Optional.empty());
        } catch (RequestRefusedException e) {
            if (e instanceof RequestRefusedException.PrivateKeyGiven) {
                Arrays.fill(content, (byte) 0);
            }
            return new LookedAtRequest(name, digest, Optional.empty(), List.of(e.finding()), Optional.empty());
        }
    }

    /** The octets once more, if they are still those that were looked at. */
    public byte[] unchanged() throws IOException, Problem {
        byte[] content = InputFile.read(file);
        if (!Optional.of(Fingerprint.of(content)).equals(digest)) {
            throw Problem.refused(
                    "I-12",
                    "The request was changed after it was shown, so nothing is issued for it.",
                    file.toString(),
                    "Look at it again.");
        }
        return content;
    }
}
