package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.app.session.AskedLifetime;
import cairn.app.session.BatchIssue;
import cairn.app.session.CertificatePlaces;
import cairn.app.session.ChunkSize;
import cairn.app.session.Session;
import cairn.app.session.TokenNames;
import cairn.ca.audit.AuthorityName;
import cairn.ca.issuance.Issuer;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.Profile;
import cairn.ca.storage.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn issue}: certificates for one request, several, or a folder of them. */
@Command(name = "issue", description = "Issue certificates for requests: files, or folders of them.")
final class IssueCommand extends Action {
    @Parameters(arity = "1..*", paramLabel = "CSR", description = "PKCS#10 files, PEM or DER, or folders of them.")
    private List<Path> requests = List.of();

    @Option(names = "--issuer", required = true, paramLabel = "NAME", description = "The authority that issues.")
    private String issuer = "";

    @Option(
            names = "--profile",
            required = true,
            paramLabel = "NAME",
            completionCandidates = FixedWords.Profiles.class,
            description = "A profile, or a .json file.")
    private String profile = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where the certificates go, each under its request's name with .pem. Default: beside its request.")
    private @Nullable Path folder;

    @Option(
            names = "--resume",
            description =
                    "Go on with a run that was interrupted: a request that has a valid certificate of this issuer and"
                            + " profile gets no second one, but its file, if that is missing.")
    private boolean resume;

    @Mixin
    private ChoiceOptions choices = new ChoiceOptions();

    @Mixin
    private PinOptions pins = new PinOptions();

    IssueCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() throws Exception {
        CertificatePlaces places = CertificatePlaces.in(folder);
        AuthorityName name = authorityName(issuer);
        IssueReport report = new IssueReport(this, name, places);
        List<Path> files = files(report, places);
        if (files.isEmpty()) {
            return report.gravest();
        }
        try (Session session = open()) {
            Profile shape = session.profiles().get(profile);
            OperatorChoices chosen = choices.choices(shape);
            report.expect(AskedLifetime.of(chosen, shape));
            Issuer signing = session.issuer(name, pins.source(TokenNames.of(session.directory())));
            BatchIssue batch = new BatchIssue(session, signing, shape, chosen, choices.skips(), places);
            if (resume) {
                batch.resume(environment().clock());
            }
            issue(batch, files, report);
            if (resume) {
                report.sum();
            }
        } catch (WorkspaceException e) {
            if (report.gravest() != ExitCode.UNKNOWN_OUTCOME) {
                throw e;
            }
            // That the workspace could not be closed either is less than what is to be settled.
            environment().err().println(Problems.of(e).text());
            environment().err().flush();
        }
        return report.gravest();
    }

    private void issue(BatchIssue batch, List<Path> files, IssueReport report) throws Exception {
        environment().interruption().heed();
        ChunkSize size = new ChunkSize();
        for (int from = 0; from < files.size(); ) {
            String done = from + " of " + files.size() + " requests were worked on";
            if (cancelled(done)) {
                report.stopped();
                return;
            }
            if (report.diskFailed()) {
                environment().err().println("cairn: stopped, for the disk fails. " + done + "; what is done stays.");
                report.sayHowToGoOn();
                return;
            }
            List<Path> chunk = files.subList(from, Math.min(files.size(), from + size.next()));
            Instant start = environment().clock().instant();
            batch.issue(chunk).forEach(report::tell);
            from += chunk.size();
            size.took(Duration.between(start, environment().clock().instant()));
            if (files.size() > chunk.size()) {
                environment().err().printf("%d of %d%n", from, files.size());
                environment().err().flush();
            }
        }
    }

    /** The files that were named and those in the folders that were named; a folder that has none is told of. */
    private List<Path> files(IssueReport report, CertificatePlaces places) {
        List<Path> files = new ArrayList<>();
        for (Path path : requests) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> inside = Files.list(path)) {
                List<Path> found = inside.filter(Files::isRegularFile).sorted().toList();
                files.addAll(found);
                if (found.isEmpty()) {
                    report.failed(
                            path,
                            Problem.badInput(
                                    "I-10",
                                    "There is no file in this folder; folders inside it are not searched.",
                                    path.toString(),
                                    "Name the folder with the requests."));
                }
            } catch (IOException e) {
                report.failed(path, Problems.of(e));
            }
        }
        return resume ? places.withoutCertificates(files) : files;
    }
}
