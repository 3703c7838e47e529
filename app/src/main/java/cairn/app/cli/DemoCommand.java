package cairn.app.cli;

import cairn.app.demo.Demo;
import cairn.app.demo.DemoAuthorities;
import cairn.app.demo.DemoSettings;
import cairn.app.demo.DemoSummary;
import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.app.session.Session;
import cairn.app.session.TokenNames;
import cairn.app.session.TokenSettings;
import cairn.app.session.TokenSetup;
import cairn.ca.publication.FilePublisher;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.signing.SigningException;
import cairn.ca.storage.NewWorkspace;
import cairn.ca.storage.WorkspaceException;
import cairn.ca.x509.KeyType;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cairn demo}: the main job, from root to revocation, checked by other programs. */
@Command(
        name = "demo",
        description =
                "In a fresh workspace: root, intermediate, device and service certificates, two revoked, CRLs, chains; all checked.")
final class DemoCommand extends Action {
    private static final String EVALUATION_PASSPHRASE = "only for the demonstration";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where everything goes. Default: a new folder cairn-demo-N.")
    private @Nullable Path out;

    @Option(names = "--module", paramLabel = "LIB", description = "A PKCS#11 library. Default: the software token.")
    private @Nullable Path module;

    @Option(names = "--token", paramLabel = "LABEL", description = "The token of the library.")
    private @Nullable String token;

    @Option(
            names = "--devices",
            paramLabel = "N",
            defaultValue = "25",
            description = "Device certificates. Default: ${DEFAULT-VALUE}.")
    private int devices;

    @Option(
            names = "--services",
            paramLabel = "N",
            defaultValue = "5",
            description = "Service certificates. Default: ${DEFAULT-VALUE}.")
    private int services;

    @Mixin
    private PinOptions pins = new PinOptions();

    DemoCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() throws Exception {
        requireFitting();
        Path target = out != null ? out : free(Path.of("").toAbsolutePath());
        Path folder = workspaceGiven() ? workspace() : target.resolve("workspace");
        if (module == null || token == null) {
            try (Session session = create(folder)) {
                return run(session, software(session), DemoAuthorities.beside(Set.of()), target);
            }
        }
        environment().sessions().requireFree(folder);
        // Whatever may be wrong with the token shows before a workspace is made, so that the next try finds nothing in
        // its way.
        TokenSettings settings = TokenSetup.find(environment().sessions().tokens(), "demo", module, token);
        try (KeyStoreToken opened = logIn(settings)) {
            DemoAuthorities names = suited(opened);
            try (Session session = create(folder)) {
                session.directory().add(settings);
                session.adopt(settings, opened);
                return run(session, settings, names, target);
            }
        } catch (SigningException e) {
            throw Problems.ofToken(settings.name(), settings.title(), e);
        }
    }

    private void requireFitting() throws Problem {
        if (devices < 1 || services < 1) {
            throw new Problem(
                    "D-1",
                    ExitCode.USAGE,
                    "The demonstration needs at least one of each.",
                    "--devices, --services",
                    "");
        }
        if ((module == null) != (token == null)) {
            throw new Problem("D-2", ExitCode.USAGE, "--module and --token go together.", "", "Name both, or neither.");
        }
    }

    private Session create(Path folder) throws WorkspaceException {
        return environment().sessions().create(folder, new NewWorkspace(1, "demonstration"));
    }

    private KeyStoreToken logIn(TokenSettings settings) throws Problem, SigningException {
        try {
            return environment().sessions().tokens().open(settings, pins.source(TokenNames.none()));
        } catch (TokenException e) {
            // There is no workspace yet that calls it by a name.
            throw Problems.ofToken("NAME", settings.label(), e);
        }
    }

    /** Names for the authorities, on a token that can make their keys. */
    private static DemoAuthorities suited(KeyStoreToken token) throws Problem, SigningException {
        Set<KeyType> missing = new TreeSet<>(Demo.KEYS);
        missing.removeAll(token.offers());
        if (!missing.isEmpty()) {
            throw Problem.refused(
                    "D-3",
                    "The token does not make the keys of the demonstration.",
                    missing.stream().map(KeyType::title).collect(Collectors.joining(", ")),
                    "'cairn token info' shows what a token offers; 'cairn authority create-root --key' takes that.");
        }
        return DemoAuthorities.beside(
                token.keys().stream().map(key -> key.reference().label()).collect(Collectors.toSet()));
    }

    private ExitCode run(Session session, TokenSettings settings, DemoAuthorities names, Path target) throws Exception {
        DemoSummary summary = new Demo(
                        session,
                        environment().clock(),
                        new DemoSettings(target, settings, names, pinSource(settings), devices, services))
                .run();
        new FilePublisher()
                .publish(
                        target.resolve("summary.json"),
                        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(summary.json()),
                        FilePublisher.Existing.REPLACE,
                        content -> {});
        tell(summary, names, target);
        return summary.allRight() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private TokenSettings software(Session session) throws Exception {
        Path file = session.directory().softwareFile("demo");
        TokenInfo info;
        try (Pin pin = Pin.ofUtf8(EVALUATION_PASSPHRASE.getBytes(StandardCharsets.UTF_8))) {
            info = environment().sessions().tokens().createSoftware(file, "demo", pin);
        }
        TokenSettings settings = new TokenSettings(
                "demo", TokenSettings.Kind.SOFTWARE, file, Optional.empty(), info.label(), info.serialNumber());
        session.directory().add(settings);
        return settings;
    }

    private PinSource pinSource(TokenSettings settings) {
        return module != null
                ? pins.source(TokenNames.of(settings))
                : (selector, role) -> Pin.ofUtf8(EVALUATION_PASSPHRASE.getBytes(StandardCharsets.UTF_8));
    }

    private void tell(DemoSummary summary, DemoAuthorities names, Path target) {
        if (json()) {
            out().json(summary.json());
            return;
        }
        DemoSummary.Checks checks = summary.checks();
        out().line(
                        "token                 %s",
                        summary.kind().equals("software")
                                ? "software token (not an HSM)"
                                : summary.token().label());
        out().line("authorities           %s, %s", names.root(), names.issuing());
        out().line("device certificates   %d  (%s/s)", summary.devices(), summary.devicesPerSecond());
        out().line("service certificates  %d  (%s/s)", summary.services(), summary.servicesPerSecond());
        out().line("revoked               %d, CRLs of root and issuing authority signed", summary.revoked());
        out().line("Java PKIX agrees      %d of %d", checks.pkix(), checks.certificates());
        out().line(
                        "OpenSSL agrees        %s",
                        checks.openssl()
                                .map(right -> right + " of " + checks.certificates())
                                .orElse("not installed"));
        out().line("written to            %s", target);
        out().line("%s", summary.allRight() ? "All checks passed." : "NOT all checks passed.");
    }

    private static Path free(Path parent) {
        int number = 1;
        while (Files.exists(parent.resolve("cairn-demo-" + number))) {
            number++;
        }
        return parent.resolve("cairn-demo-" + number);
    }
}
