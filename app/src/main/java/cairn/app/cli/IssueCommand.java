package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.app.session.BatchIssue;
import cairn.app.session.ChunkSize;
import cairn.app.session.Session;
import cairn.app.session.TokenNames;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.Profile;
import cairn.ca.publication.CertificateFiles;
import cairn.ca.publication.FilePublisher;
import cairn.ca.x509.Certificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    @Option(names = "--profile", required = true, paramLabel = "PROFILE", description = "A name or a .json file.")
    private String profile = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where the certificates go, each under its request's name with .pem. Default: beside its request.")
    private @Nullable Path folder;

    @Mixin
    private ChoiceOptions choices = new ChoiceOptions();

    @Mixin
    private PinOptions pins = new PinOptions();

    IssueCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() throws Exception {
        List<Path> files = files(requests);
        Set<Path> targets = new HashSet<>();
        for (Path file : files) {
            if (Files.exists(target(file)) || !targets.add(target(file))) {
                throw Problem.badInput(
                        "I-3",
                        "The certificate's file exists already, or two requests would have the same.",
                        target(file).toString(),
                        "Choose another --out, or give the requests different names.");
            }
        }
        ExitCode worst = ExitCode.DONE;
        try (Session session = open()) {
            Profile shape = session.profiles().get(profile);
            OperatorChoices chosen = choices.choices(shape);
            BatchIssue batch = new BatchIssue(
                    session,
                    session.issuer(authorityName(issuer), pins.source(TokenNames.of(session.directory()))),
                    shape,
                    chosen,
                    choices.skips());
            environment().interruption().heed();
            ChunkSize size = new ChunkSize();
            for (int from = 0; from < files.size(); ) {
                if (cancelled(from + " of " + files.size() + " requests were worked on")) {
                    return ExitCode.REFUSED.code() > worst.code() ? ExitCode.REFUSED : worst;
                }
                List<Path> chunk = files.subList(from, Math.min(files.size(), from + size.next()));
                Instant start = environment().clock().instant();
                for (BatchIssue.Outcome outcome : batch.issue(chunk)) {
                    ExitCode code = tell(outcome);
                    worst = code.code() > worst.code() ? code : worst;
                }
                from += chunk.size();
                size.took(Duration.between(start, environment().clock().instant()));
                if (files.size() > chunk.size()) {
                    environment().err().printf("%d of %d%n", from, files.size());
                    environment().err().flush();
                }
            }
        }
        return worst;
    }

    private ExitCode tell(BatchIssue.Outcome outcome) throws Exception {
        return switch (outcome) {
            case BatchIssue.Outcome.Issued issued -> {
                Path target = target(issued.request());
                List<Certificate> one = List.of(issued.certificate());
                new FilePublisher()
                        .publish(
                                target,
                                CertificateFiles.pem(one),
                                FilePublisher.Existing.KEEP,
                                CertificateFiles.holdsPem(one));
                Map<String, Object> json = Json.of(issued.certificate());
                json.put("request", issued.request().toString());
                json.put("file", target.toString());
                json.put("earlierCertificatesOfKey", issued.earlier());
                print(
                        json,
                        issued.certificate().serialNumber().hex() + "  " + target
                                + (issued.earlier() == 0
                                        ? ""
                                        : "  (the key has " + issued.earlier() + " more, see inventory)"));
                yield ExitCode.DONE;
            }
            case BatchIssue.Outcome.Failed failed -> {
                Problem problem = Problems.of(failed.failure());
                if (json()) {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("request", failed.request().toString());
                    json.put("error", problem.what());
                    json.put("where", problem.where());
                    json.put("code", problem.code());
                    out().json(json);
                } else {
                    environment().err().println(failed.request() + ": " + problem.text());
                    environment().err().flush();
                }
                yield problem.exit();
            }
        };
    }

    private void print(Map<String, Object> json, String line) {
        if (json()) {
            out().json(json);
        } else {
            out().line("%s", line);
        }
    }

    private Path target(Path request) {
        String name = request.getFileName()
                .toString()
                .replaceFirst("\\.(csr|req|p10|pem|der)$", "")
                .replaceFirst("\\.csr$", "");
        Path parent = folder != null ? folder : request.toAbsolutePath().getParent();
        return parent == null ? Path.of(name + ".pem") : parent.resolve(name + ".pem");
    }

    private static List<Path> files(List<Path> given) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : given) {
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
}
