package cairn.app.session;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.BoundedWords;
import cairn.ca.audit.JournalException;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenSelector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Making, initialising and naming tokens, and changing their PINs; what is done to a token is recorded. */
public final class TokenSetup {
    private final Session session;
    private final Tokens tokens;

    /** Works for this workspace. */
    public TokenSetup(Session session, Tokens tokens) {
        this.session = session;
        this.tokens = tokens;
    }

    /** A PIN that is being set, asked for with what the workspace will call the token. */
    public interface NewPin extends Function<TokenNames, PinSource> {}

    /**
     * A token of a library that is to be initialised.
     *
     * @param label the token's own
     * @param slot {@link TokenModule#FIRST_UNINITIALIZED} for the first that is not initialised
     * @param erase whether what is on it may be destroyed
     */
    public record Initialisation(String name, Path library, String label, long slot, boolean erase) {
        TokenSettings planned() {
            return settings(name, library, TokenSettings.Kind.PKCS11, label, "");
        }
    }

    /** Makes a software token, which is not an HSM. */
    public TokenSettings software(String name, String label, NewPin pins)
            throws Problem, IOException, JournalException {
        requireFree(session.directory(), name);
        Path file = session.directory().softwareFile(name);
        TokenSettings planned = settings(name, file, TokenSettings.Kind.SOFTWARE, label, "");
        TokenInfo info;
        try (Pin pin = pins.apply(TokenNames.of(planned)).request(selector(planned), PinSource.Role.USER)) {
            info = tokens.createSoftware(file, label, pin);
        } catch (TokenException e) {
            throw Problems.ofToken(name, planned.title(), e);
        }
        recordMade(info, true, "software token");
        TokenSettings made = settings(name, file, TokenSettings.Kind.SOFTWARE, info.label(), info.serialNumber());
        session.directory().add(made);
        return made;
    }

    /** Initialises a token of a library, and sets its user's PIN. */
    public TokenSettings initialise(Initialisation wanted, NewPin officer, NewPin user)
            throws Problem, IOException, JournalException {
        requireFree(session.directory(), wanted.name());
        TokenSettings planned = wanted.planned();
        TokenNames names = TokenNames.of(planned);
        TokenModule loaded;
        TokenInfo target;
        try {
            loaded = tokens.module(wanted.library(), Optional.empty());
            target = new SlotChoice(wanted.library(), loaded).target(wanted.slot(), wanted.erase());
        } catch (TokenException e) {
            throw Problems.of(e);
        }
        try (Pin so = officer.apply(names).request(selector(planned), PinSource.Role.SECURITY_OFFICER);
                Pin pin = user.apply(names).request(selector(planned), PinSource.Role.USER)) {
            target.requireSuitable(so, "the security officer's PIN");
            target.requireSuitable(pin, "the user's PIN");
            TokenInfo info = initialise(wanted, loaded, target, so);
            TokenSettings made = settings(
                    wanted.name(), wanted.library(), TokenSettings.Kind.PKCS11, info.label(), info.serialNumber());
            // From here on the token is this workspace's, whatever becomes of its user's PIN.
            session.directory().add(made);
            setPin(loaded, made, so, pin);
            return made;
        } catch (TokenException e) {
            throw Problems.ofToken(wanted.name(), planned.title(), e);
        }
    }

    private TokenInfo initialise(Initialisation wanted, TokenModule loaded, TokenInfo target, Pin so)
            throws TokenException, JournalException {
        try {
            TokenInfo info = loaded.initToken(wanted.slot(), so, wanted.label());
            recordMade(info, true, wanted.erase() ? "what was on it is destroyed" : "");
            return info;
        } catch (TokenException e) {
            recordMade(target, false, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void setPin(TokenModule loaded, TokenSettings made, Pin so, Pin user) throws Problem, JournalException {
        try {
            loaded.initPin(selector(made), so, user);
            session.recordPin(made, true, Optional.empty());
        } catch (TokenException e) {
            session.recordPin(made, true, Optional.of(e));
            Problem refused = Problems.ofToken(made.name(), made.title(), e);
            throw new Problem(
                    refused.code(),
                    refused.exit(),
                    refused.what(),
                    refused.where(),
                    "The token is initialised and belongs to the workspace, but has no user's PIN yet. Set one: cairn token"
                            + " change-pin " + made.name() + " --unlock",
                    e);
        }
    }

    /**
     * Changes the user's PIN, or a software token's passphrase.
     *
     * @param unlock the PIN is locked or lost: {@code old} is the security officer's
     */
    public void changePin(TokenSettings settings, boolean unlock, PinSource old, PinSource fresh)
            throws Problem, JournalException {
        if (unlock && settings.kind() == TokenSettings.Kind.SOFTWARE) {
            throw Problem.refused(
                    "T-14", "A software token has no security officer.", settings.name(), "A lost passphrase is lost.");
        }
        TokenSelector token = selector(settings);
        PinSource.Role role = unlock ? PinSource.Role.SECURITY_OFFICER : PinSource.Role.USER;
        try (Pin before = old.request(token, role);
                Pin next = fresh.request(token, PinSource.Role.USER)) {
            if (unlock) {
                tokens.module(settings.file(), settings.reserved()).initPin(token, before, next);
            } else {
                tokens.changePin(settings, before, next);
            }
        } catch (TokenException e) {
            session.recordPin(settings, unlock, Optional.of(e));
            throw Problems.ofToken(settings.name(), settings.title(), e);
        }
        session.recordPin(settings, unlock, Optional.empty());
    }

    /** The token of a library with this label; refuses none and more than one. */
    public static TokenSettings find(Tokens tokens, String name, Path library, String label) throws Problem {
        List<TokenInfo> found;
        try {
            found = tokens.module(library, Optional.empty()).slots().stream()
                    .flatMap(slot -> Optional.ofNullable(slot.token()).stream())
                    .filter(token -> token.label().equals(label))
                    .toList();
        } catch (TokenException e) {
            throw Problems.of(e);
        }
        if (found.size() != 1) {
            throw new Problem(
                    "T-2",
                    ExitCode.TOKEN,
                    found.isEmpty() ? "No token has this label." : "More than one token has this label.",
                    label + " in " + library,
                    "'cairn token list --module " + library + "' shows the tokens.");
        }
        return settings(
                name,
                library.toAbsolutePath(),
                TokenSettings.Kind.PKCS11,
                label,
                found.getFirst().serialNumber());
    }

    /** Before a PIN is asked for or a token is touched. */
    public static void requireFree(TokenDirectory directory, String name) throws Problem {
        if (!TokenSettings.isName(name)) {
            throw Problem.badInput(
                    "W-9",
                    "A token's name is 1 to 40 of a-z, 0-9 and '-', starting with a letter.",
                    name,
                    "Choose another.");
        }
        directory.requireFree(name);
    }

    private void recordMade(TokenInfo token, boolean successful, String words) throws JournalException {
        session.register()
                .journal()
                .append(new AuditEvent.TokenInitialized(
                        token.label(), token.serialNumber(), successful, BoundedWords.of(words)));
    }

    private static TokenSettings settings(
            String name, Path file, TokenSettings.Kind kind, String label, String serialNumber) {
        return new TokenSettings(name, kind, file, Optional.empty(), label, serialNumber);
    }

    private static TokenSelector selector(TokenSettings token) {
        return new TokenSelector(
                token.label(), Optional.of(token.serialNumber()).filter(serial -> !serial.isEmpty()));
    }
}
