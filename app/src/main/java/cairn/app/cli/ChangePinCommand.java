package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.session.Session;
import cairn.app.session.TokenNames;
import cairn.app.session.TokenSettings;
import cairn.app.session.TokenSetup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn token change-pin}: the user's PIN, or a software token's passphrase. */
@Command(name = "change-pin", description = "Change a token's PIN; with --unlock, set a new one as security officer.")
final class ChangePinCommand extends Action {
    @Parameters(paramLabel = "NAME", description = "The token, as the workspace calls it.")
    private String name = "";

    @Option(names = "--unlock", description = "The PIN is locked or lost: the security officer sets a new one.")
    private boolean unlock;

    @Mixin
    private PinOptions pins = new PinOptions();

    @Mixin
    private PinOptions.Officer officer = new PinOptions.Officer();

    @Mixin
    private PinOptions.Fresh fresh = new PinOptions.Fresh();

    ChangePinCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() throws Exception {
        try (Session session = open()) {
            change(session, session.directory().get(name));
        }
        return ExitCode.DONE;
    }

    private void change(Session session, TokenSettings settings) throws Exception {
        TokenNames names = TokenNames.of(settings);
        new TokenSetup(session, environment().sessions().tokens())
                .changePin(settings, unlock, unlock ? officer.source(names) : pins.source(names), fresh.source(names));
        if (json()) {
            out().json(Json.of(settings));
        } else {
            out().line("Token %s has a new PIN.", name);
        }
    }
}
