package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.app.session.Session;
import cairn.app.session.TokenNames;
import cairn.app.session.TokenSettings;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenSelector;
import java.util.Optional;
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
        if (unlock && settings.kind() == TokenSettings.Kind.SOFTWARE) {
            throw Problem.refused(
                    "T-14", "A software token has no security officer.", name, "A lost passphrase is lost.");
        }
        TokenNames names = TokenNames.of(settings);
        TokenSelector token = new TokenSelector(settings.label(), Optional.of(settings.serialNumber()));
        PinSource.Role role = unlock ? PinSource.Role.SECURITY_OFFICER : PinSource.Role.USER;
        try (Pin old = (unlock ? officer.source(names) : pins.source(names)).request(token, role);
                Pin next = fresh.source(names).request(token, PinSource.Role.USER)) {
            if (unlock) {
                environment()
                        .sessions()
                        .tokens()
                        .module(settings.file(), settings.reserved())
                        .initPin(token, old, next);
            } else {
                environment().sessions().tokens().changePin(settings, old, next);
            }
        } catch (TokenException e) {
            session.recordPin(settings, unlock, Optional.of(e));
            throw Problems.ofToken(settings.name(), settings.title(), e);
        }
        session.recordPin(settings, unlock, Optional.empty());
        if (json()) {
            out().json(Json.of(settings));
        } else {
            out().line("Token %s has a new PIN.", name);
        }
    }
}
