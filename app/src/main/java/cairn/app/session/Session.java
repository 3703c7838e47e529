package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.BoundedWords;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.LedgerException;
import cairn.ca.authority.Authority;
import cairn.ca.authority.AuthorityException;
import cairn.ca.csr.RequestPolicy;
import cairn.ca.issuance.IssuanceException;
import cairn.ca.issuance.Issuer;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.signing.SigningException;
import cairn.ca.storage.Register;
import cairn.ca.storage.WorkspaceException;
import cairn.ca.x509.Certificate;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** An open workspace. Tokens are logged in to once and stay so until the session is closed. */
public final class Session implements AutoCloseable {
    private final Register register;
    private final Services services;
    private final Tokens tokens;
    private final Runnable release;
    private final Runnable guard;
    private final TokenDirectory directory;
    private final ProfileShelf profiles;
    private final Map<String, KeyStoreToken> open = new ConcurrentHashMap<>();
    private @Nullable RequestPolicy requests;

    /**
     * @param release ends the threads that the services use
     * @param guard refuses to go on where the workspace must not be reached from: the thread that draws a window
     */
    public Session(Register register, Services services, Tokens tokens, Runnable release, Runnable guard) {
        this.register = register;
        this.services = services;
        this.tokens = tokens;
        this.release = release;
        this.guard = guard;
        this.directory = new TokenDirectory(register.folder());
        this.profiles = new ProfileShelf(register.folder().resolve("profiles"));
    }

    /** The register and its journal. */
    public Register register() {
        guard.run();
        return register;
    }

    /** The services. */
    public Services services() {
        guard.run();
        return services;
    }

    /** What is asked of a request before a profile sees it, with the workspace's lists of weak keys. */
    public RequestPolicy requests() throws IOException, Problem {
        RequestPolicy known = requests;
        if (known == null) {
            known = new RequestPolicy(
                    new WeakKeyLists(register.folder()).rules().policy());
            requests = known;
        }
        return known;
    }

    /** The tokens that belong to the workspace. */
    public TokenDirectory directory() {
        guard.run();
        return directory;
    }

    /** The profiles that the workspace may use. */
    public ProfileShelf profiles() {
        guard.run();
        return profiles;
    }

    /** Logs in to a token, or hands out the one that is logged in to; each log-in and its outcome is recorded. */
    public synchronized KeyStoreToken token(TokenSettings settings, PinSource pins) throws Problem, JournalException {
        guard.run();
        KeyStoreToken known = open.get(settings.name());
        if (known != null) {
            return known;
        }
        try {
            KeyStoreToken token = tokens.open(settings, pins);
            open.put(settings.name(), token);
            record(settings, true, "");
            return token;
        } catch (SigningException | TokenException e) {
            record(settings, false, String.valueOf(e.getMessage()));
            throw Problems.ofToken(settings.name(), settings.title(), e);
        }
    }

    /** The token, if somebody has logged in to it already; never waits for somebody who types a PIN. */
    public Optional<KeyStoreToken> loggedIn(TokenSettings settings) {
        guard.run();
        return Optional.ofNullable(open.get(settings.name()));
    }

    /**
     * Takes over a token that was logged in to before there was this workspace; that is recorded now. The session closes it.
     */
    public synchronized void adopt(TokenSettings settings, KeyStoreToken token) throws JournalException {
        open.put(settings.name(), token);
        record(settings, true, "");
    }

    /** What a token shows to somebody who is logged in; logs in first if need be. */
    public TokenSight look(TokenSettings settings, PinSource pins) throws Problem, JournalException {
        try {
            return TokenSight.of(tokens.behind(token(settings, pins)));
        } catch (TokenException e) {
            throw Problems.ofToken(settings.name(), settings.title(), e);
        }
    }

    /** Logs out of a token; whether anybody was logged in. The next use of it asks for the PIN again. */
    public boolean logOut(String name) {
        guard.run();
        KeyStoreToken token = open.remove(name);
        if (token == null) {
            return false;
        }
        token.close();
        return true;
    }

    /** Logs out of every token; of which ones. */
    public List<String> logOut() {
        List<String> names = List.copyOf(open.keySet());
        names.forEach(this::logOut);
        return names;
    }

    /** The names of the tokens that somebody is logged in to; never waits for somebody who types a PIN. */
    public Set<String> loggedIn() {
        guard.run();
        return Set.copyOf(open.keySet());
    }

    private void record(TokenSettings settings, boolean successful, String words) throws JournalException {
        register.journal()
                .append(new AuditEvent.TokenLogin(
                        settings.label(), settings.serialNumber(), successful, BoundedWords.of(words)));
    }

    /**
     * Records that a token's user has a new PIN, or that it was not changed.
     *
     * @param byOfficer whether the security officer was to set it
     * @param failure why it was not; empty if it was
     */
    public void recordPin(TokenSettings settings, boolean byOfficer, Optional<TokenException> failure)
            throws JournalException {
        register.journal()
                .append(new AuditEvent.PinChanged(
                        settings.label(),
                        settings.serialNumber(),
                        byOfficer,
                        failure.isEmpty(),
                        BoundedWords.of(
                                failure.map(e -> String.valueOf(e.getMessage())).orElse(""))));
    }

    /** An authority with its key, ready to sign. */
    public Issuer issuer(AuthorityName name, PinSource pins)
            throws Problem, JournalException, LedgerException, AuthorityException, IssuanceException {
        TokenSettings settings = directory.holding(authority(name).key());
        try {
            return services.authorities().open(name, token(settings, pins));
        } catch (SigningException e) {
            throw Problems.ofToken(settings.name(), settings.title(), e);
        }
    }

    /** One authority. */
    public Authority authority(AuthorityName name) throws LedgerException, Problem {
        Optional<Authority> found = register.authorities().find(name);
        if (found.isPresent()) {
            return found.get();
        }
        List<String> names = new ArrayList<>();
        register.authorities()
                .all()
                .forEach(authority -> names.add(authority.name().text()));
        throw Problem.badInput(
                "A-1",
                "The workspace has no authority of this name.",
                name.text(),
                names.isEmpty()
                        ? "Create one with 'cairn authority create-root'."
                        : "It has: " + String.join(", ", names));
    }

    /** The certificates from an authority up to its root, its own first. */
    public List<Certificate> chain(AuthorityName name) throws LedgerException, Problem {
        List<Certificate> chain = new ArrayList<>();
        Optional<AuthorityName> next = Optional.of(name);
        while (next.isPresent()) {
            Authority authority = authority(next.get());
            authority.certificate().ifPresent(chain::add);
            chain.addAll(authority.outsideChain());
            next = authority.parent();
        }
        return List.copyOf(chain);
    }

    @Override
    public void close() throws WorkspaceException {
        open.values().forEach(KeyStoreToken::close);
        open.clear();
        release.run();
        register.close();
    }
}
