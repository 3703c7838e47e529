package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.session.InputFile;
import cairn.app.session.WeakKeyLists;
import cairn.ca.profile.ProfileException;
import cairn.ca.profile.ProfileReader;
import cairn.ca.validation.Description;
import cairn.ca.validation.Inspection;
import cairn.ca.validation.InspectionContext;
import cairn.ca.validation.Inspector;
import cairn.ca.x509.CertificateListOutline;
import cairn.ca.x509.Finding;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Pem;
import cairn.ca.x509.PemBlock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cairn inspect}: any file, in words. */
@Command(
        name = "inspect",
        description =
                "Say what files are, what is wrong with them and what they hold. A CRL is also held against older ones named before it.")
final class InspectCommand extends FilesAction {
    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "The password of key stores; only its owner may read the file.")
    private @Nullable Path passwordFile;

    private @Nullable Inspector inspector;
    private char @Nullable [] password;
    private final List<CertificateListOutline> earlier = new ArrayList<>();

    InspectCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    void prepare() throws Exception {
        inspector = new Inspector(
                environment().clock(), new WeakKeyLists(workspace()).rules().policy(), InspectCommand::profileProblems);
        if (passwordFile != null) {
            password = PasswordFile.read(passwordFile, "--password-file");
        }
    }

    @Override
    ExitCode act(Path file) throws Exception {
        Inspector ready = Objects.requireNonNull(inspector);
        char[] secret = password;
        InspectionContext context =
                secret == null ? InspectionContext.NONE : InspectionContext.NONE.withPassword(secret);
        byte[] content = InputFile.read(file);
        Optional<CertificateListOutline> list = outline(content);
        Inspection found =
                ready.inspect(content, list.isEmpty() ? context : context.withEarlierLists(replacedBy(list.get())));
        context.wipe();
        list.ifPresent(earlier::add);
        print(file, found);
        return exit(found.verdict());
    }

    /** Those that a list replaces: of the same issuer, and not made after it. */
    private List<CertificateListOutline> replacedBy(CertificateListOutline list) {
        return earlier.stream()
                .filter(other -> other.issuer().equals(list.issuer())
                        && !list.thisUpdate().isBefore(other.thisUpdate()))
                .toList();
    }

    /** Empty for what is no list, and for a malformed one, which the inspection rejects with the reason. */
    private static Optional<CertificateListOutline> outline(byte[] content) {
        try {
            if (!Pem.isPem(content)) {
                return Optional.of(CertificateListOutline.read(content));
            }
            List<PemBlock> blocks = Pem.read(content);
            return blocks.size() == 1 && blocks.getFirst().label().equals("X509 CRL")
                    ? Optional.of(CertificateListOutline.read(blocks.getFirst().content()))
                    : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static List<Finding> profileProblems(byte[] document) {
        try {
            ProfileReader.read("profile", document);
            return List.of();
        } catch (ProfileException e) {
            return e.problems().stream()
                    .map(problem -> Finding.error(
                            "profile.unsound",
                            ProfileReader.SCHEMA,
                            "line " + problem.line() + ", column " + problem.column()
                                    + (problem.field().isEmpty() ? "" : ", " + problem.field()),
                            problem.what()))
                    .toList();
        }
    }

    private void print(Path file, Inspection found) {
        if (json()) {
            Map<String, Object> json =
                    json(file.toString(), found.kind().word(), found.verdict(), found.findings(), "code");
            json.put(
                    "contents",
                    found.contents().stream().map(InspectCommand::described).toList());
            out().json(json);
            return;
        }
        out().line("%s: %s, %s", file, found.kind().word(), found.verdict().word());
        for (Finding finding : found.findings()) {
            out().line(
                            "  %s %s (%s) at %s [%s]",
                            finding.severity(), finding.words(), finding.clause(), finding.where(), finding.code());
        }
        for (Description content : found.contents()) {
            out().line("  %s", content.title());
            content.facts().forEach(fact -> out().line("    %-26s %s", fact.label(), fact.value()));
        }
    }

    private static Map<String, Object> described(Description content) {
        Map<String, Object> facts = new LinkedHashMap<>();
        content.facts().forEach(fact -> facts.put(fact.label(), fact.value()));
        return Map.of("title", content.title(), "facts", facts);
    }
}
