package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.AskedLifetime;
import cairn.app.session.AuthorityCreation;
import cairn.app.session.Session;
import cairn.app.session.TokenDirectory;
import cairn.app.session.TokenNames;
import cairn.app.session.TokenSettings;
import cairn.ca.audit.AuthorityName;
import cairn.ca.authority.Authority;
import cairn.ca.authority.AuthorityOrder;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.Profile;
import cairn.hsm.token.PinSource;
import java.util.Map;
import java.util.Optional;
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
            OutsideCommands.Request.class,
            OutsideCommands.Accept.class,
            AuthorityCommands.ListAll.class,
            AuthorityCommands.Show.class,
            AuthorityCommands.Retire.class
        })
final class AuthorityCommands extends Group {
    /** Creates a root. */
    @Command(name = "create-root", description = "Create a self-signed root.")
    static final class CreateRoot extends Action {
        @Mixin
        private NewAuthority wanted = new NewAuthority();

        @Mixin
        private ChoiceOptions choices = new ChoiceOptions();

        @Mixin
        private PinOptions pins = new PinOptions();

        @Option(
                names = "--profile",
                paramLabel = "NAME",
                completionCandidates = FixedWords.Profiles.class,
                defaultValue = "root-ca",
                description = "A profile, or a .json file. Default: ${DEFAULT-VALUE}.")
        private String profile = "";

        CreateRoot(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            try (Session session = open()) {
                AuthorityOrder order = order(session, wanted, profile, choices);
                PinSource source = pins.source(TokenNames.of(session.directory()));
                Authority made = new AuthorityCreation(order, wanted.token(session), Optional.empty())
                        .run(session, source, source);
                printMade(this, made, AskedLifetime.of(order.choices(), order.profile()));
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

        @Mixin
        private PinOptions.Parent parentPin = new PinOptions.Parent();

        @Option(
                names = "--parent",
                required = true,
                paramLabel = "NAME",
                description = "The authority that certifies it.")
        private String parent = "";

        @Option(
                names = "--profile",
                paramLabel = "NAME",
                completionCandidates = FixedWords.Profiles.class,
                defaultValue = "issuing-ca",
                description = "A profile, or a .json file. Default: ${DEFAULT-VALUE}.")
        private String profile = "";

        CreateIntermediate(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            try (Session session = open()) {
                AuthorityOrder order = order(session, wanted, profile, choices);
                AuthorityName above = authorityName(parent);
                TokenSettings token = wanted.token(session);
                TokenSettings parents =
                        session.directory().holding(session.authority(above).key());
                TokenNames names = TokenNames.of(session.directory());
                PinSource parentPins = parentPin.source(pins, token, parents, names);
                Authority made = new AuthorityCreation(order, token, Optional.of(above))
                        .run(session, pins.source(names), parentPins);
                printMade(this, made, AskedLifetime.of(order.choices(), order.profile()));
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
                    out().json(Json.of(authority, session.directory()));
                } else {
                    new AuthorityText(out()).print(authority, session.directory());
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

        @Option(names = "--why", paramLabel = "WORDS", required = true, description = "In words, for the journal.")
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
        Profile shape = session.profiles().get(profile);
        OperatorChoices chosen = choices.choices(shape);
        return new AuthorityOrder(
                Action.authorityName(wanted.name),
                wanted.newSubject(session),
                wanted.key(),
                shape,
                chosen,
                choices.skips());
    }

    private static void printMade(Action action, Authority made, AskedLifetime asked) throws Problem {
        boolean cut = made.certificate().map(asked::isCut).orElse(false);
        if (action.json()) {
            Map<String, Object> json = Json.of(made, new TokenDirectory(action.workspace()));
            json.put("endsWithIssuer", cut);
            action.out().json(json);
            return;
        }
        print(action, made);
        if (cut) {
            made.certificate().map(asked::words).ifPresent(action.environment().err()::println);
            action.environment().err().flush();
        }
    }

    static void print(Action action, Authority authority) throws Problem {
        if (action.json()) {
            action.out().json(Json.of(authority, new TokenDirectory(action.workspace())));
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
}
