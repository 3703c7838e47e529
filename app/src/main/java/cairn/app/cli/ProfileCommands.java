package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.app.session.InputFile;
import cairn.app.session.OperatorEntries;
import cairn.app.session.ProfileShelf;
import cairn.app.session.Session;
import cairn.ca.authority.Authority;
import cairn.ca.csr.CertificationRequest;
import cairn.ca.csr.RequestReader;
import cairn.ca.issuance.Preview;
import cairn.ca.issuance.PreviewOrder;
import cairn.ca.profile.Comparison;
import cairn.ca.profile.Profile;
import cairn.ca.profile.ProfileException;
import cairn.ca.profile.ProfileLine;
import cairn.ca.profile.ProfileReader;
import cairn.ca.profile.ReadyMadeProfiles;
import cairn.ca.profile.RequestedContent;
import cairn.ca.profile.Variable;
import cairn.ca.x509.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn profile}: the profiles, and what a request would become. */
@Command(
        name = "profile",
        description = "Profiles: list, show (what a request would become), check.",
        subcommands = {ProfileCommands.ListAll.class, ProfileCommands.Show.class, ProfileCommands.Check.class})
final class ProfileCommands extends Group {
    private static Map<String, Object> described(Profile profile) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", profile.name());
        json.put("title", profile.title());
        json.put("description", profile.description());
        json.put("kind", profile.kind().name().toLowerCase(Locale.ROOT));
        json.put("sha256", profile.digest().hex());
        json.put("variables", profile.variables());
        return json;
    }

    /** Lists profiles. */
    @Command(name = "list", description = "List the profiles that can be used.")
    static final class ListAll extends Action {
        ListAll(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            ProfileShelf shelf = new ProfileShelf(workspace().resolve("profiles"));
            ExitCode worst = ExitCode.DONE;
            for (String name : shelf.names()) {
                try {
                    print(shelf.get(name), shelf.isOwn(name));
                } catch (IOException | ProfileException | Problem e) {
                    // One that is not sound must not hide the others.
                    Problem problem = Problems.of(e);
                    worst = worst.graver(problem.exit());
                    environment().err().println(problem.text());
                    environment().err().flush();
                }
            }
            return worst;
        }

        private void print(Profile profile, boolean own) {
            if (json()) {
                Map<String, Object> json = described(profile);
                json.put("own", own);
                out().json(json);
                return;
            }
            out().line("%-20s %s", profile.name(), profile.description());
            if (own && ReadyMadeProfiles.names().contains(profile.name())) {
                out().line("%-20s the workspace's own, in place of the ready-made one", "");
            }
            if (!profile.variables().isEmpty()) {
                out().line("%-20s --set: %s", "", OperatorEntries.named(profile.variables()));
            }
        }
    }

    /** Shows what a request would become. */
    @Command(name = "show", description = "Show a profile; with a request, what it would become, as a diff.")
    static final class Show extends Action {
        @Parameters(paramLabel = "PROFILE", description = "A name, or a file that ends with .json.")
        private String profile = "";

        @Option(names = "--csr", paramLabel = "FILE", description = "A request.")
        private @Nullable Path request;

        @Option(names = "--issuer", paramLabel = "NAME", description = "The authority that would issue.")
        private @Nullable String issuer;

        @Mixin
        private ChoiceOptions choices = new ChoiceOptions();

        Show(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            Profile found = new ProfileShelf(workspace().resolve("profiles")).get(profile);
            if (request == null || issuer == null) {
                if (json()) {
                    out().json(described(found));
                } else {
                    print(found);
                }
                return ExitCode.DONE;
            }
            CertificationRequest csr = RequestReader.read(InputFile.read(request));
            try (Session session = open()) {
                Authority authority = session.authority(authorityName(issuer));
                Preview preview = session.services()
                        .issuance()
                        .preview(new PreviewOrder(
                                authority.name(),
                                authority.certificate().orElseThrow(),
                                authority.algorithm(),
                                found,
                                new RequestedContent(
                                        csr.subject(),
                                        csr.publicKey(),
                                        csr.requestedExtensions(),
                                        choices.choices(found)),
                                choices.skips()));
                print(preview);
                return preview.isIssuable() ? ExitCode.DONE : ExitCode.REFUSED;
            }
        }

        private void print(Profile found) {
            for (ProfileLine line : found.lines()) {
                out().line("%-30s %s", line.field(), line.words());
            }
            for (Variable variable : found.variables()) {
                out().line(
                                "%-30s %s=...  %s%s",
                                "--set", variable.name(), variable.purpose(), variable.required() ? ", required" : "");
            }
        }

        private void print(Preview preview) {
            Comparison comparison = preview.comparison();
            List<Finding> findings = preview.lint().findings();
            if (json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("accepted", preview.isIssuable());
                json.put("lines", comparison.lines());
                json.put("reasons", comparison.reasons());
                json.put(
                        "objections",
                        preview.objections().stream()
                                .map(objection -> String.valueOf(objection.getMessage()))
                                .toList());
                json.put(
                        "findings",
                        findings.stream()
                                .map(finding -> FilesAction.json(finding, "rule"))
                                .toList());
                out().json(json);
                return;
            }
            for (Comparison.Line line : comparison.lines()) {
                out().line("%s %-28s %s", sign(line.change()), line.field(), text(line));
            }
            comparison.reasons().forEach(reason -> out().line("REFUSED %s: %s", reason.field(), reason.words()));
            preview.objections().forEach(objection -> out().line("REFUSED %s", String.valueOf(objection.getMessage())));
            findings.forEach(finding -> out().line(
                            "%s %s: %s (%s) at %s",
                            finding.severity(), finding.code(), finding.words(), finding.clause(), finding.where()));
        }

        private static String text(Comparison.Line line) {
            return switch (line.change()) {
                case SAME -> line.result();
                case ADDED -> line.result() + "   (" + line.why() + ")";
                case CHANGED -> line.requested() + " -> " + line.result() + "   (" + line.why() + ")";
                case DROPPED, REFUSED -> line.requested() + "   (" + line.why() + ")";
            };
        }

        private static String sign(Comparison.Change change) {
            return switch (change) {
                case SAME -> " ";
                case ADDED -> "+";
                case CHANGED -> "~";
                case DROPPED -> "-";
                case REFUSED -> "!";
            };
        }
    }

    /** Checks profile files. */
    @Command(name = "check", description = "Check profile files; every problem with line and column.")
    static final class Check extends FilesAction {
        Check(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act(Path file) throws Exception {
            Profile profile = ProfileReader.read(file.toString(), InputFile.read(file));
            if (json()) {
                Map<String, Object> json = described(profile);
                json.put("file", file.toString());
                out().json(json);
            } else {
                out().line("%s: profile %s is sound", file, profile.name());
            }
            return ExitCode.DONE;
        }
    }
}
