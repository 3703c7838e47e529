package cairn.hsm.library;

import cairn.hsm.cryptoki.Constants;
import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.Description;
import cairn.hsm.cryptoki.ReturnValue;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenSelector;
import org.jspecify.annotations.Nullable;

/**
 * Where a token is now, and an idle session that holds the log-in: closing the last session logs out, so one stays
 * open that nobody works in.
 */
final class TokenConnection {
    /** A slot, valid for one initialisation of the library. */
    record Place(long epoch, long slotId, Description.Token token) {}

    private final LoadedLibrary library;
    private final TokenSelector token;
    private final UserLogin login;
    private @Nullable Place place;
    private long keeper;

    TokenConnection(LoadedLibrary library, TokenSelector token, UserLogin login) {
        this.library = library;
        this.token = token;
        this.login = login;
    }

    UserLogin login() {
        return login;
    }

    /**
     * Makes sure that the token is found, the idle session is open and the user is logged in. Must not be called while
     * the library's lock is held: it may wait for a PIN.
     *
     * @param automatic whether no person asked for it now
     */
    synchronized Place ensure(boolean automatic) throws CryptokiException, TokenException {
        Place now = place;
        if (now == null || now.epoch() != library.epoch()) {
            now = locate();
            keeper = open(now);
            place = now;
        }
        long state = keeperState(now);
        boolean loggedIn = state == Constants.Session.STATE_RO_USER || state == Constants.Session.STATE_RW_USER;
        if (!loggedIn && UserLogin.isNeeded(now.token())) {
            long slotId = now.slotId();
            Description.Token fresh = library.callIn(
                    now.epoch(), () -> library.cryptoki().library().token(slotId));
            login.login(now.epoch(), keeper, fresh, automatic);
        }
        return now;
    }

    private Place locate() throws CryptokiException, TokenException {
        long epoch = library.epoch();
        TokenFinder.Found found =
                library.callIn(epoch, () -> TokenFinder.find(library.cryptoki().library(), token));
        return new Place(epoch, found.slotId(), found.token());
    }

    private long open(Place at) throws CryptokiException, TokenException {
        return library.callIn(at.epoch(), () -> library.cryptoki().sessions().open(at.slotId(), false));
    }

    private long keeperState(Place at) throws CryptokiException, TokenException {
        try {
            return state(at);
        } catch (CryptokiException e) {
            if (!e.is(ReturnValue.SESSION_HANDLE_INVALID) && !e.is(ReturnValue.SESSION_CLOSED)) {
                throw e;
            }
            keeper = open(at);
            return state(at);
        }
    }

    private long state(Place at) throws CryptokiException, TokenException {
        long session = keeper;
        return library.callIn(
                at.epoch(), () -> library.cryptoki().sessions().info(session).state());
    }

    /** Closes the idle session; with the last session of the process the token logs out by itself. */
    synchronized void close() {
        Place now = place;
        place = null;
        if (now != null) {
            long session = keeper;
            Quietly.run(() -> library.callIn(now.epoch(), () -> {
                library.cryptoki().sessions().close(session);
                return session;
            }));
        }
    }
}
