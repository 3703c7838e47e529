package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.Session;
import cairn.app.session.TokenSettings;
import cairn.ca.authority.Authority;
import cairn.ca.authority.AuthorityOrder;
import cairn.ca.authority.KeyOrder;
import cairn.ca.csr.CertificationRequest;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.publication.FilePublisher;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.Pem;
import cairn.ca.x509.PemBlock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn authority}: roots, intermediates, and intermediates under outside roots. */
@Command(
        name = "authority",
        description = "Certification authorities: create, request, accept, list, show, retire.",
        subcommands = {
            AuthorityCommands.CreateRoot.class,
            AuthorityCommands.CreateIntermediate.class,
            AuthorityCommands.Request.class,
            AuthorityCommands.Accept.class,
            AuthorityCommands.ListAll.class,
            AuthorityCommands.Show.class,
            AuthorityCommands.Retire.class
        })
final class AuthorityCommands extends Group {
    /** What a new authority's key and name shall be. */
    static final class NewAuthority {
        @Parameters(
                paramLabel = "NAME",
                description = "What the workspace calls it; also its key's label on the token.")
        private String name = "";

        @Option(
                names = "--subject",
                required = true,
                paramLabel = "DN",
                description = "RFC 4514, such as CN=Root,O=Example.")
        private String subject = "";

        @Option(names = "--token", paramLabel = "NAME", description = "The token for its key. Default: the only one.")
        private @Nullable String token;

        @Option(
                names = "--key",
                defaultValue = "ec-p384",
                paramLabel = "TYPE",
                description = "ec-p256, ec-p384, rsa-3072, ml-dsa-65, ...")
        private String keyType = "";

        @Option(names = "--resume", description = "Go on with a creation of the same name that was interrupted.")
        private boolean resume;

        KeyOrder key() throws Problem {
            KeyType type = KeyType.ofWord(keyType)
                    .orElseThrow(() -> Problem.badInput(
                            "A-3",
                            "There is no such type of key.",
                            keyType,
                            Arrays.stream(KeyType.values()).map(KeyType::word).collect(Collectors.joining(", "))));
            KeyOrder order = KeyOrder.of(type);
            return resume ? order.resumed() : order;
        }

        TokenSettings token(Session session) throws Problem {
            if (token != null) {
                return session.directory().get(token);
            }
            return session.directory()
                    .only()
                    .orElseThrow(() -> Problem.badInput(
                            "A-4", "Say which token shall hold the key.", "--token", "'cairn token list' names them."));
        }
    }

    /** Creates a root. */
    @Command(name = "create-root", description = "Create a self-signed root.")
    static final class CreateRoot extends Action {
        @Mixin
        private NewAuthority wanted = new NewAuthority();

        @Mixin
        private ChoiceOptions choices = new ChoiceOptions();

        @Mixin
        private PinOptions pins = new PinOptions();

        @Option(names = "--profile", defaultValue = "root-ca", description = "Default: ${DEFAULT-VALUE}.")
        private String profile = "";

        CreateRoot(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            try (Session session = open()) {
                AuthorityOrder order = order(session, wanted, profile, choices);
                Authority made = session.services()
                        .authorities()
                        .createRoot(order, session.token(wanted.token(session), pins.source()));
                print(this, made);
            }
            return ExitCode.DONE;
        }
    }

    /** Creates an intermediate. */
    @Command(name = "create-intermediate", description = "Create an intermediate under an authority of this workspace.")
    static final class CreateIntermediate extends Action {
        @Mixin
        private NewAuthority wanted = new NewAuthority();

        @Mixin
        private ChoiceOptions choices = new ChoiceOptions();

        @Mixin
        private PinOptions pins = new PinOptions();

        @Option(
                names = "--parent",
                required = true,
                paramLabel = "NAME",
                description = "The authority that certifies it.")
        private String parent = "";

        @Option(names = "--profile", defaultValue = "issuing-ca", description = "Default: ${DEFAULT-VALUE}.")
        private String profile = "";

        CreateIntermediate(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            try (Session session = open()) {
                AuthorityOrder order = order(session, wanted, profile, choices);
                Authority made = session.services()
                        .authorities()
                        .createIntermediate(
                                order,
                                session.token(wanted.token(session), pins.source()),
                                session.issuer(authorityName(parent), pins.source()));
                print(this, made);
            }
            return ExitCode.DONE;
        }
    }

    /** Signs a request for an outside root. */
    @Command(name = "request", description = "Make a key and a request for an intermediate under an outside root.")
    static final class Request extends Action {
        @Mixin
        private NewAuthority wanted = new NewAuthority();

        @Mixin
        private PinOptions pins = new PinOptions();

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the PKCS#10 request goes.")
        private Path out = Path.of("");

        Request(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            try (Session session = open()) {
                CertificationRequest request = session.services()
                        .outside()
                        .request(
                                authorityName(wanted.name),
                                DistinguishedName.parse(wanted.subject),
                                wanted.key(),
                                session.token(wanted.token(session), pins.source()));
                byte[] pem = Pem.write("CERTIFICATE REQUEST", request.encoded()).getBytes(StandardCharsets.US_ASCII);
                new FilePublisher().publish(out, pem, FilePublisher.Existing.KEEP, content -> {});
                if (json()) {
                    out().json(Map.of(
                            "file",
                            out.toString(),
                            "sha256",
                            request.fingerprint().hex()));
                } else {
                    out().line("Wrote the request of %s to %s", wanted.name, out);
                }
            }
            return ExitCode.DONE;
        }
    }

    /** Brings an outside certificate back. */
    @Command(name = "accept", description = "Bring back the certificate that an outside issuer made of a request.")
    static final class Accept extends Action {
        @Parameters(paramLabel = "NAME", description = "The authority whose request went out.")
        private String name = "";

        @Option(names = "--certificate", required = true, paramLabel = "FILE", description = "The certificate, PEM.")
        private Path certificate = Path.of("");

        @Option(
                names = "--chain",
                required = true,
                paramLabel = "FILE",
                description = "Its issuers up to the root, PEM.")
        private Path chain = Path.of("");

        Accept(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            try (Session session = open()) {
                List<Certificate> own = certificates(certificate);
                if (own.size() != 1) {
                    throw Problem.badInput(
                            "A-5", "The file must hold exactly one certificate.", certificate.toString(), "");
                }
                print(
                        this,
                        session.services()
                                .outside()
                                .accept(authorityName(name), own.getFirst(), certificates(chain), List.of()));
            }
            return ExitCode.DONE;
        }
    }

    /** Lists authorities. */
    @Command(name = "list", description = "List the authorities.")
    static final class ListAll extends Action {
        ListAll(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            try (Session session = open()) {
                for (Authority authority : session.register().authorities().all()) {
                    print(this, authority);
                }
            }
            return ExitCode.DONE;
        }
    }

    /** Shows one authority. */
    @Command(name = "show", description = "Show an authority.")
    static final class Show extends Action {
        @Parameters(paramLabel = "NAME", description = "The authority.")
        private String name = "";

        Show(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            try (Session session = open()) {
                Authority authority = session.authority(authorityName(name));
                if (json()) {
                    out().json(Json.of(authority));
                } else {
                    Json.of(authority).forEach((field, value) -> out().line("%-18s %s", field, value));
                }
            }
            return ExitCode.DONE;
        }
    }

    /** Retires an authority. */
    @Command(
            name = "retire",
            description = "Take an authority out of service: it signs no more certificates, only CRLs.")
    static final class Retire extends Action {
        @Parameters(paramLabel = "NAME", description = "The authority.")
        private String name = "";

        @Option(names = "--why", required = true, description = "In words, for the journal.")
        private String why = "";

        Retire(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            try (Session session = open()) {
                print(this, session.services().authorities().retire(authorityName(name), why));
            }
            return ExitCode.DONE;
        }
    }

    private static AuthorityOrder order(Session session, NewAuthority wanted, String profile, ChoiceOptions choices)
            throws Exception {
        OperatorChoices chosen = choices.choices();
        return new AuthorityOrder(
                Action.authorityName(wanted.name),
                DistinguishedName.parse(wanted.subject),
                wanted.key(),
                session.profiles().get(profile),
                chosen,
                choices.skips());
    }

    private static void print(Action action, Authority authority) {
        if (action.json()) {
            action.out().json(Json.of(authority));
            return;
        }
        action.out()
                .line(
                        "%-16s %-9s %s  %s",
                        authority.name(),
                        authority.state(),
                        authority.certificate().map(c -> c.subject().toString()).orElse("(request is out)"),
                        authority
                                .certificate()
                                .map(c -> "until " + c.validity().notAfter())
                                .orElse(""));
    }

    /** The certificates of a PEM file, in its order. */
    static List<Certificate> certificates(Path file) throws Exception {
        List<Certificate> found = new ArrayList<>();
        for (PemBlock block : Pem.read(Files.readAllBytes(file))) {
            found.add(Certificate.ofDer(block.content()));
        }
        return List.copyOf(found);
    }
}
