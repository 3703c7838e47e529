package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.session.FileInspection;
import cairn.app.session.WeakKeyLists;
import cairn.ca.validation.Description;
import cairn.ca.validation.Inspection;
import cairn.ca.x509.Finding;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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

    private @Nullable FileInspection inspection;
    private char @Nullable [] password;

    InspectCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    void prepare() throws Exception {
        inspection = new FileInspection(
                environment().clock(), new WeakKeyLists(workspace()).rules().policy());
        if (passwordFile != null) {
            password = PasswordFile.read(passwordFile, "--password-file");
        }
    }

    @Override
    ExitCode act(Path file) throws Exception {
        Inspection found = Objects.requireNonNull(inspection).inspect(file, password);
        print(file, found);
        return exit(found.verdict());
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
