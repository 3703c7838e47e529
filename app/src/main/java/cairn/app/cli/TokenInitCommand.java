package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.app.session.Session;
import cairn.app.session.TokenDirectory;
import cairn.app.session.TokenNames;
import cairn.app.session.TokenSettings;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.BoundedWords;
import cairn.ca.audit.JournalException;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenSelector;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
        TokenDirectory directory = session.directory();
        TokenSetupCommands.requireFree(directory, name);
        TokenSettings made = module == null ? software(session) : pkcs11(session, module.toAbsolutePath());
        if (json()) {
            out().json(Json.of(made));
        } else {
            out().line(
                            "Made %s %s, serial number %s",
                            module == null ? "software token (not an HSM)" : "token", name, made.serialNumber());
        }
    }

    private void record(Session session, TokenInfo token, boolean successful, String words) throws JournalException {
        session.register()
                .journal()
                .append(new AuditEvent.TokenInitialized(
                        token.label(), token.serialNumber(), successful, BoundedWords.of(words)));
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

    private String wanted() {
        return label == null ? name : label;
    }

    private TokenSettings settings(Path file, TokenSettings.Kind kind, String label, String serialNumber) {
        return new TokenSettings(name, kind, file, Optional.empty(), label, serialNumber);
    }

    private TokenSettings software(Session session) throws Exception {
        TokenDirectory directory = session.directory();
        Path file = directory.softwareFile(name);
        TokenSettings planned = settings(file, TokenSettings.Kind.SOFTWARE, wanted(), "");
        TokenInfo info;
        try (Pin pin = pins.fresh(TokenNames.of(planned)).request(selector(planned), PinSource.Role.USER)) {
            info = environment().sessions().tokens().createSoftware(file, wanted(), pin);
        } catch (TokenException e) {
            throw Problems.ofToken(name, planned.title(), e);
        }
        record(session, info, true, "software token");
        TokenSettings made = settings(file, TokenSettings.Kind.SOFTWARE, info.label(), info.serialNumber());
        directory.add(made);
        return made;
    }

    private TokenSettings pkcs11(Session session, Path library) throws Exception {
        TokenSettings planned = settings(library, TokenSettings.Kind.PKCS11, wanted(), "");
        TokenNames names = TokenNames.of(planned);
        TokenModule loaded = environment().sessions().tokens().module(library, Optional.empty());
        TokenInfo target = target(loaded, library);
        try (Pin so = officer.fresh(names).request(selector(planned), PinSource.Role.SECURITY_OFFICER);
                Pin user = pins.fresh(names).request(selector(planned), PinSource.Role.USER)) {
            target.requireSuitable(so, "the security officer's PIN");
            target.requireSuitable(user, "the user's PIN");
            TokenInfo info = initialise(session, loaded, target, so);
            TokenSettings made = settings(library, TokenSettings.Kind.PKCS11, info.label(), info.serialNumber());
            // From here on the token is this workspace's, whatever becomes of its user's PIN.
            session.directory().add(made);
            setPin(session, loaded, made, so, user);
            return made;
        } catch (TokenException e) {
            throw Problems.ofToken(name, planned.title(), e);
        }
    }

    private TokenInfo initialise(Session session, TokenModule loaded, TokenInfo target, Pin so)
            throws TokenException, JournalException {
        try {
            TokenInfo info = loaded.initToken(slot == null ? TokenModule.FIRST_UNINITIALIZED : slot, so, wanted());
            record(session, info, true, erase ? "what was on it is destroyed" : "");
            return info;
        } catch (TokenException e) {
            record(session, target, false, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void setPin(Session session, TokenModule loaded, TokenSettings made, Pin so, Pin user)
            throws Problem, JournalException {
        try {
            loaded.initPin(selector(made), so, user);
            session.recordPin(made, true, Optional.empty());
        } catch (TokenException e) {
            session.recordPin(made, true, Optional.of(e));
            Problem refused = Problems.ofToken(name, made.title(), e);
            throw new Problem(
                    refused.code(),
                    refused.exit(),
                    refused.what(),
                    refused.where(),
                    "The token is initialised and belongs to the workspace, but has no user's PIN yet. Set one: cairn token"
                            + " change-pin " + name + " --unlock",
                    e);
        }
    }

    /** What is in the slot now: it says how long a PIN may be. */
    private TokenInfo target(TokenModule loaded, Path library) throws TokenException, Problem {
        List<TokenModule.SlotInfo> slots = loaded.slots();
        String list = "'cairn token list --module " + library + "' shows the slots.";
        if (slot == null) {
            return slots.stream()
                    .filter(found -> !found.initialized())
                    .flatMap(found -> Optional.ofNullable(found.token()).stream())
                    .findFirst()
                    .orElseThrow(() -> absent(
                            "The library has no token that is not initialised yet.",
                            library.toString(),
                            list + " --slot N with --erase takes one that is initialised, and destroys its keys."));
        }
        TokenModule.SlotInfo found = slots.stream()
                .filter(each -> each.slotId() == slot)
                .findFirst()
                .orElseThrow(() -> absent(
                        "The library has no such slot.",
                        "slot " + slot + " of " + library + "; it has "
                                + slots.stream()
                                        .map(each -> String.valueOf(each.slotId()))
                                        .collect(Collectors.joining(", ")),
                        list));
        TokenInfo token = found.token();
        if (token == null) {
            throw absent("There is no token in this slot.", "slot " + slot + " of " + library, "Insert one. " + list);
        }
        if (found.initialized() && !erase) {
            throw Problem.refused(
                    "T-13",
                    "The token in this slot is initialised already.",
                    "slot " + slot + " of " + library,
                    "Nothing was done. --erase destroys all its keys for good.");
        }
        return token;
    }

    private static Problem absent(String what, String where, String whatToDo) {
        return new Problem("T-2", ExitCode.TOKEN, what, where, whatToDo);
    }

    private static TokenSelector selector(TokenSettings token) {
        return new TokenSelector(
                token.label(), Optional.of(token.serialNumber()).filter(serial -> !serial.isEmpty()));
    }
}
