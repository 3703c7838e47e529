package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.Progress;
import cairn.ca.crl.CrlIntent;
import cairn.ca.crl.CrlService;
import cairn.ca.issuance.Issuer;
import cairn.ca.publication.CertificateFiles;
import cairn.ca.publication.PublicationException;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.ContentKind;
import cairn.hsm.token.PinSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The signing of an authority's next list.
 *
 * @param lifetime until nextUpdate
 */
public record ListSigning(AuthorityName authority, Duration lifetime) {
    /**
     * A list that was signed.
     *
     * @param endsWithIssuer whether it ends sooner than was asked for, since its issuer does
     * @param interrupted earlier signings that were found half done; their numbers stay used up
     */
    public record Signed(
            CrlService.Issued issued, Instant nextUpdate, boolean endsWithIssuer, List<CrlIntent> interrupted) {
        /** Takes copies. */
        public Signed {
            interrupted = List.copyOf(interrupted);
        }
    }

    /** Signs it; {@code progress} hears of the entries and can end it until its number is taken. */
    public Signed run(Session session, PinSource pins, Instant now, Progress progress) throws Exception {
        List<CrlIntent> interrupted = session.services().crls().closeInterrupted();
        Issuer issuer = session.issuer(authority, pins);
        Instant wanted = now.truncatedTo(ChronoUnit.SECONDS).plus(lifetime);
        Instant nextUpdate = CrlService.nextUpdate(issuer, wanted);
        CrlService.Issued issued = session.services().crls().sign(issuer, nextUpdate, List.of(), progress);
        return new Signed(issued, nextUpdate, nextUpdate.isBefore(wanted), interrupted);
    }

    /** Refuses a file in whose place a list may not be put: a list takes the place of an older one, and of nothing else. */
    public static void requireReplaceable(Path file) throws IOException, Problem {
        OutputFile.require(file);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        if (Files.exists(file) && ContentKind.ofBytes(InputFile.read(file)) != ContentKind.CERTIFICATE_LIST) {
            throw Problem.badInput(
                    "I-3",
                    "The file exists already and is no CRL; nothing was signed.",
                    file.toString(),
                    "Choose another name, or move the old file away.");
        }
    }

    /** Whether a list goes into this file as PEM. */
    public static boolean isPem(Path file) {
        return file.toString().endsWith(".pem");
    }

    /** Writes a list in the place of an older one. */
    public static void write(CertificateList list, Path file) throws IOException, PublicationException {
        boolean pem = isPem(file);
        new FileTarget(file, true)
                .write(
                        pem ? CertificateFiles.pem(list) : list.encoded(),
                        pem ? CertificateFiles.holdsPem(list) : CertificateFiles.holdsDer(list));
    }
}
