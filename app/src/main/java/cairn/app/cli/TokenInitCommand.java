package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.Session;
import cairn.app.session.TokenSettings;
import cairn.app.session.TokenSetup;
import cairn.hsm.token.TokenModule;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn token init}: makes a software token, or initialises one of a PKCS#11 library. */
@Command(
        name = "init",
        description = {
            "Make a software token (not an HSM); or, with --module, initialise a PKCS#11 token.",
            "A token that is initialised already is only touched with --slot and --erase, which destroys its keys."
        })
final class TokenInitCommand extends Action {
    @Parameters(paramLabel = "NAME", description = "What the workspace calls it.")
    private String name = "";

    @Option(names = "--module", paramLabel = "LIB", description = "The PKCS#11 library.")
    private @Nullable Path module;

    @Option(names = "--label", paramLabel = "LABEL", description = "The token's own label. Default: NAME.")
    private @Nullable String label;

    @Option(
            names = "--slot",
            paramLabel = "N",
            description = "As 'cairn token list' names it. Default: the first that is not initialised.")
    private @Nullable Long slot;

    @Option(names = "--erase", description = "Destroy what is on the token in --slot.")
    private boolean erase;

    @Mixin
    private PinOptions pins = new PinOptions();

    @Mixin
    private PinOptions.Officer officer = new PinOptions.Officer();

    TokenInitCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() throws Exception {
        requireFitting();
        try (Session session = open()) {
            make(session);
        }
        return ExitCode.DONE;
    }

    private void make(Session session) throws Exception {
        TokenSetup setup = new TokenSetup(session, environment().sessions().tokens());
        String wanted = label == null ? name : label;
        TokenSettings made = module == null
                ? setup.software(name, wanted, pins::fresh)
                : setup.initialise(
                        new TokenSetup.Initialisation(
                                name,
                                module.toAbsolutePath(),
                                wanted,
                                slot == null ? TokenModule.FIRST_UNINITIALIZED : slot,
                                erase),
                        officer::fresh,
                        pins::fresh);
        if (json()) {
            out().json(Json.of(made));
        } else {
            out().line(
                            "Made %s %s, serial number %s",
                            module == null ? "software token (not an HSM)" : "token", name, made.serialNumber());
        }
    }

    /** An option that would have no effect is a mistake, the more so where keys are to be destroyed. */
    private void requireFitting() throws Problem {
        if (module == null && (slot != null || erase || officer.isGiven())) {
            throw usage(
                    "Only a PKCS#11 token has a slot and a security officer.",
                    "--slot, --erase, --so-pin-...",
                    "Name its library with --module, or leave these options out for a software token.");
        }
        if (erase && slot == null) {
            throw usage(
                    "--erase does not say which token.",
                    "--erase",
                    "Name its slot with --slot: 'cairn token list --module " + module
                            + "' shows the slots. Leave --erase"
                            + " out to take the first token that is not initialised.");
        }
    }

    private static Problem usage(String what, String where, String whatToDo) {
        return new Problem("T-17", ExitCode.USAGE, what, where, whatToDo + " Nothing was done.");
    }
}
