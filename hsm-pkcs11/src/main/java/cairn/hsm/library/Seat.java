package cairn.hsm.library;

import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.Session;
import cairn.hsm.cryptoki.SignCalls;
import cairn.hsm.keys.KeyFinder;
import cairn.hsm.keys.SigningKeyObject;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.TokenException;
import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one thread of the pool owns: a session, native buffers, and the handles found in that session. Used by that
 * thread alone.
 */
final class Seat implements AutoCloseable {
    /** What happens on a seat, each piece under the library's lock. */
    @FunctionalInterface
    interface SessionWork<T> {
        T on(Session session) throws CryptokiException, TokenException;
    }

    private final LoadedLibrary library;
    private final TokenConnection connection;
    private final KnownKeys known;
    private final Arena arena = Arena.ofConfined();
    private final Map<String, SigningKeyObject> keys = new HashMap<>();
    private final Set<String> unproven = new HashSet<>();
    private boolean recovered;
    private RecoveryStep owed = RecoveryStep.NONE;
    private TokenConnection.@Nullable Place place;
    private @Nullable Session session;
    private @Nullable SignCalls signing;

    Seat(LoadedLibrary library, TokenConnection connection, KnownKeys known) {
        this.library = library;
        this.connection = connection;
        this.known = known;
    }

    /** Opens a session if there is none in the current epoch. */
    Session prepare() throws CryptokiException, TokenException {
        TokenConnection.Place here = place;
        Session open = session;
        if (open != null && here != null && here.epoch() == library.epoch()) {
            return open;
        }
        boolean again = here != null;
        forget();
        TokenConnection.Place there = connection.ensure(true);
        long handle = library.callIn(
                there.epoch(), () -> library.cryptoki().sessions().open(there.slotId(), false));
        recovered |= again;
        place = there;
        session = new Session(library.cryptoki(), handle);
        return session;
    }

    TokenConnection.Place place() throws CryptokiException, TokenException {
        prepare();
        return Objects.requireNonNull(place);
    }

    UserLogin login() {
        return connection.login();
    }

    SignCalls signing() throws CryptokiException {
        SignCalls calls = signing;
        if (calls == null) {
            calls = library.cryptoki().signing(arena);
            signing = calls;
        }
        return calls;
    }

    /** Works in the session. */
    <T> T call(SessionWork<T> work) throws CryptokiException, TokenException {
        Session current = prepare();
        return library.callIn(place().epoch(), () -> work.on(current));
    }

    /** Works in the session after asking whether the user is still logged in; without, private objects are not seen. */
    <T> T callLoggedIn(SessionWork<T> work) throws CryptokiException, TokenException {
        connection.ensure(true);
        return call(work);
    }

    /** Works in a read/write session that is opened for this and closed again. */
    <T> T callReadWrite(SessionWork<T> work) throws CryptokiException, TokenException {
        TokenConnection.Place here = place();
        return library.callIn(here.epoch(), () -> {
            long handle = library.cryptoki().sessions().open(here.slotId(), true);
            try {
                return work.on(new Session(library.cryptoki(), handle));
            } finally {
                Quietly.run(() -> library.cryptoki().sessions().close(handle));
            }
        });
    }

    /** The key, from what this session has found or found now; its public half must be the one seen before. */
    SigningKeyObject key(KeyRef key) throws CryptokiException, TokenException {
        prepare();
        SigningKeyObject cached = keys.get(key.id());
        if (cached != null && cached.publicKey().spec().equals(key.spec())) {
            return cached;
        }
        SigningKeyObject found = callLoggedIn(session -> KeyFinder.find(session, key));
        known.requireSame(key, found.publicKey());
        keys.put(key.id(), found);
        if (recovered) {
            unproven.add(key.id());
        }
        return found;
    }

    /** Whether the next signature with this key must be verified: its handle was found again after a recovery. */
    boolean mustProve(KeyRef key) {
        return unproven.contains(key.id());
    }

    /** A signature verified: the handle is the key's. */
    void proved(KeyRef key) {
        unproven.remove(key.id());
    }

    /** Forgets handles, after somebody deleted or logged out. */
    void forgetKeys() {
        keys.clear();
        recovered = true;
    }

    /** Closes the session, after which the next {@link #prepare()} opens another. */
    void dropSession() {
        TokenConnection.Place here = place;
        Session open = session;
        if (open != null && here != null) {
            Quietly.run(() -> library.callIn(here.epoch(), () -> {
                open.cryptoki().sessions().close(open.handle());
                return open;
            }));
        }
        forget();
        recovered = true;
    }

    private void forget() {
        session = null;
        keys.clear();
    }

    /** The epoch of the session, or of the library if there was none yet. */
    long epoch() {
        TokenConnection.Place here = place;
        return here == null ? library.epoch() : here.epoch();
    }

    /** A step that must be taken before the next use, because an answer was lost. */
    void owe(RecoveryStep step) {
        owed = step;
    }

    /** The step owed, which counts as paid. */
    Optional<RecoveryStep> takeOwed() {
        RecoveryStep step = owed;
        owed = RecoveryStep.NONE;
        return step == RecoveryStep.NONE ? Optional.empty() : Optional.of(step);
    }

    @Override
    public void close() {
        dropSession();
        arena.close();
    }
}
