package cairn.hsm.library;

import cairn.hsm.cryptoki.Constants;
import cairn.hsm.cryptoki.Constants.Flag;
import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.Description;
import cairn.hsm.cryptoki.ReturnValue;
import cairn.hsm.cryptoki.SessionCalls;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenSelector;
import java.lang.foreign.MemorySegment;

/**
 * Logs the user in. Three wrong PINs lock many tokens for good, so a PIN that was wrong once is never sent again by
 * this login, and nothing is sent without a person's wish once the token says that tries are running out.
 */
final class UserLogin {
    private final LoadedLibrary library;
    private final TokenSelector token;
    private final PinSource pins;
    private volatile boolean pinWasWrong;

    UserLogin(LoadedLibrary library, TokenSelector token, PinSource pins) {
        this.library = library;
        this.token = token;
        this.pins = pins;
    }

    /** Whether the token wants a log-in at all. */
    static boolean isNeeded(Description.Token token) {
        return (token.flags() & Flag.LOGIN_REQUIRED) != 0;
    }

    /**
     * C_Login for the whole process. Being logged in already is as good.
     *
     * @param automatic whether no person asked for it now, as in a recovery
     */
    void login(long epoch, long session, Description.Token now, boolean automatic)
            throws CryptokiException, TokenException {
        requireSafe(now, automatic);
        if ((now.flags() & Flag.PROTECTED_AUTHENTICATION_PATH) != 0) {
            send(epoch, session, MemorySegment.NULL);
            return;
        }
        try (Pin pin = pins.request(token, PinSource.Role.USER)) {
            send(epoch, session, pin.octets());
        }
    }

    private void requireSafe(Description.Token now, boolean automatic) throws TokenException {
        if ((now.flags() & Flag.USER_PIN_LOCKED) != 0) {
            throw new TokenException(Failure.PIN_LOCKED, "the token says CKF_USER_PIN_LOCKED; no PIN was sent");
        }
        requireNotLatched();
        if (automatic && (now.flags() & (Flag.USER_PIN_COUNT_LOW | Flag.USER_PIN_FINAL_TRY)) != 0) {
            throw new TokenException(
                    Failure.LOGIN_REQUIRED,
                    "the token says that few tries of the PIN are left; it is not logged in to without a person");
        }
    }

    private void requireNotLatched() throws TokenException {
        if (pinWasWrong) {
            throw new TokenException(
                    Failure.PIN_INCORRECT, "the PIN was wrong before and is not sent again; open the token anew");
        }
    }

    private void send(long epoch, long session, MemorySegment pin) throws CryptokiException, TokenException {
        library.callIn(epoch, () -> {
            SessionCalls sessions = library.cryptoki().sessions();
            try {
                sessions.login(session, Constants.Session.USER_USER, pin);
            } catch (CryptokiException e) {
                if (!e.is(ReturnValue.USER_ALREADY_LOGGED_IN)) {
                    throw noted(e);
                }
            }
            return session;
        });
    }

    /** The PIN for one use of a key; null where the token has a PIN pad of its own. To be asked for without the lock. */
    ContextPin contextPin(Description.Token now) throws TokenException {
        requireNotLatched();
        return (now.flags() & Flag.PROTECTED_AUTHENTICATION_PATH) != 0
                ? new ContextPin(null)
                : new ContextPin(pins.request(token, PinSource.Role.CONTEXT_SPECIFIC));
    }

    /** CKU_CONTEXT_SPECIFIC between C_SignInit and C_Sign. */
    void loginForOneUse(long session, ContextPin pin) throws CryptokiException {
        try {
            library.cryptoki().sessions().login(session, Constants.Session.USER_CONTEXT_SPECIFIC, pin.octets());
        } catch (CryptokiException e) {
            throw noted(e);
        }
    }

    private CryptokiException noted(CryptokiException e) {
        if (e.is(ReturnValue.PIN_INCORRECT)) {
            pinWasWrong = true;
        }
        return e;
    }
}
