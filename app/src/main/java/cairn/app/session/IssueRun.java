package cairn.app.session;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.LedgerException;
import cairn.ca.audit.Progress;
import cairn.ca.issuance.IssuanceException;
import cairn.ca.publication.CertificateFiles;
import cairn.ca.publication.FilePublisher;
import cairn.ca.publication.PublicationException;
import cairn.ca.x509.Certificate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A run over many requests in steps of a suitable size, each certificate written to its file as soon as it is there. */
public final class IssueRun {
    private final BatchIssue batch;
    private final CertificatePlaces places;
    private final InstantSource clock;
    private boolean diskFailed;

    /** Issues by {@code batch} into {@code places}. */
    public IssueRun(BatchIssue batch, CertificatePlaces places, InstantSource clock) {
        this.batch = batch;
        this.places = places;
        this.clock = clock;
    }

    /** What became of one request. */
    public sealed interface Line {
        /** The request. */
        Path request();

        /**
         * Its certificate is there, and in its file.
         *
         * @param earlier how many more certificates of this issuer the key has
         * @param resumed whether an earlier run issued it
         * @param filedBefore whether its file was there already
         */
        record Written(
                Path request, Path file, Certificate certificate, int earlier, boolean resumed, boolean filedBefore)
                implements Line {}

        /**
         * It has none, or none in a file, or nobody knows.
         *
         * @param certificate the certificate, where only its file is missing
         */
        record Failed(Path request, Problem problem, Optional<Certificate> certificate) implements Line {}
    }

    /** How a run ended. */
    public enum End {
        /** Every request was worked on. */
        DONE,
        /** Somebody ended it. */
        STOPPED,
        /** More would be signed only to be lost: the disk takes neither records nor files. */
        DISK_FAILED
    }

    /**
     * Works on the files in their order.
     *
     * @param progress is asked before each step whether it shall be taken
     * @param told hears of each request
     */
    public End run(List<Path> files, Progress progress, Consumer<Line> told)
            throws LedgerException, JournalException, IOException, Problem {
        ChunkSize size = new ChunkSize();
        for (int from = 0; from < files.size(); ) {
            if (!progress.goesOn(from, files.size())) {
                return End.STOPPED;
            }
            if (diskFailed) {
                return End.DISK_FAILED;
            }
            List<Path> chunk = files.subList(from, Math.min(files.size(), from + size.next()));
            Instant start = clock.instant();
            for (BatchIssue.Outcome outcome : batch.issue(chunk)) {
                Line line = line(outcome);
                if (line instanceof Line.Failed failed && failed.problem().exit() == ExitCode.STORAGE) {
                    diskFailed = true;
                }
                told.accept(line);
            }
            from += chunk.size();
            size.took(Duration.between(start, clock.instant()));
        }
        progress.goesOn(files.size(), files.size());
        return End.DONE;
    }

    private Line line(BatchIssue.Outcome outcome) {
        return switch (outcome) {
            case BatchIssue.Outcome.Issued issued ->
                written(issued.request(), issued.certificate(), issued.earlier(), false, false);
            case BatchIssue.Outcome.AlreadyIssued found ->
                written(found.request(), found.certificate(), found.earlier(), true, found.filed());
            case BatchIssue.Outcome.Failed failed -> {
                diskFailed |= failed.failure() instanceof IssuanceException.NotCompleted;
                yield new Line.Failed(failed.request(), Problems.of(failed.failure()), Optional.empty());
            }
        };
    }

    private Line written(Path request, Certificate certificate, int earlier, boolean resumed, boolean filed) {
        Path target = places.of(request);
        try {
            if (!filed) {
                write(certificate, target);
            }
        } catch (IOException | PublicationException e) {
            return new Line.Failed(
                    request, fileMissing(batch.issuer(), certificate, Problems.of(e)), Optional.of(certificate));
        }
        return new Line.Written(request, target, certificate, earlier, resumed, filed);
    }

    private static void write(Certificate certificate, Path target) throws IOException, PublicationException {
        List<Certificate> one = List.of(certificate);
        new FilePublisher()
                .publish(
                        target, CertificateFiles.pem(one), FilePublisher.Existing.KEEP, CertificateFiles.holdsPem(one));
    }

    /** The certificate exists and is recorded; only its file is missing. */
    public static Problem fileMissing(AuthorityName issuer, Certificate certificate, Problem why) {
        String serial = certificate.serialNumber().hex();
        return new Problem(
                why.code(),
                why.exit(),
                "Certificate " + serial + " was issued, but its file is missing. " + why.what(),
                why.where(),
                "Mend that, then run the same command with --resume, or fetch it alone: cairn export " + issuer
                        + " --serial " + serial + " --out FILE",
                why);
    }
}
