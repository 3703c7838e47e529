package cairn.testkit.pkcs11;

import static cairn.testkit.pkcs11.VirtualToken.LoggedIn.NOBODY;
import static cairn.testkit.pkcs11.VirtualToken.LoggedIn.SECURITY_OFFICER;
import static cairn.testkit.pkcs11.VirtualToken.LoggedIn.USER;

import java.util.Map;

/** Sessions and log-in. */
final class SessionFunctions {
    private final Library library;

    SessionFunctions(Library library) {
        this.library = library;
    }

    void register(Map<Function, Handler> table) {
        table.put(Function.C_OpenSession, this::openSession);
        table.put(Function.C_CloseSession, call -> library.close(call.ulong(0)));
        table.put(Function.C_CloseAllSessions, call -> library.closeSessions(library.present(call.ulong(0))));
        table.put(Function.C_GetSessionInfo, this::getSessionInfo);
        table.put(Function.C_Login, this::login);
        table.put(Function.C_Logout, this::logout);
        table.put(Function.C_SessionCancel, this::cancel);
        table.put(Function.C_GetSessionValidationFlags, this::getValidationFlags);
    }

    private void openSession(Call call) throws RefusedException {
        VirtualToken token = library.present(call.ulong(0));
        long flags = call.ulong(1);
        if ((flags & Pkcs11.CKF_SERIAL_SESSION) == 0) {
            throw new RefusedException(Pkcs11.CKR_SESSION_PARALLEL_NOT_SUPPORTED);
        }
        if (!token.isInitialized()) {
            throw new RefusedException(Pkcs11.CKR_TOKEN_NOT_RECOGNIZED);
        }
        boolean readWrite = (flags & Pkcs11.CKF_RW_SESSION) != 0;
        if (!readWrite && token.loggedIn() == SECURITY_OFFICER) {
            throw new RefusedException(Pkcs11.CKR_SESSION_READ_WRITE_SO_EXISTS);
        }
        if (library.sessions(token).size() >= token.mostSessions()) {
            throw new RefusedException(Pkcs11.CKR_SESSION_COUNT);
        }
        call.putUlong(4, library.open(token, readWrite));
    }

    private void getSessionInfo(Call call) throws RefusedException {
        VirtualSession session = library.session(call.ulong(0));
        boolean readWrite = session.isReadWrite();
        long state = switch (session.token().loggedIn()) {
            case NOBODY -> readWrite ? 2 : 0;
            case USER -> readWrite ? 3 : 1;
            case SECURITY_OFFICER -> 4;
        };
        call.struct(1)
                .putUlong(library.slotOf(session.token()))
                .putUlong(state)
                .putUlong(Pkcs11.CKF_SERIAL_SESSION | (readWrite ? Pkcs11.CKF_RW_SESSION : 0))
                .putUlong(0);
    }

    private void login(Call call) throws RefusedException {
        VirtualSession session = library.session(call.ulong(0));
        VirtualToken token = session.token();
        long who = call.ulong(1);
        if (who == Pkcs11.CKU_CONTEXT_SPECIFIC) {
            SignOperation operation = session.signing();
            check(token, token.user(), call);
            operation.authenticate();
        } else if (who == Pkcs11.CKU_USER) {
            requireNobody(token, USER);
            check(token, token.user(), call);
            token.logIn(USER);
        } else if (who == Pkcs11.CKU_SO) {
            requireNobody(token, SECURITY_OFFICER);
            if (library.sessions(token).stream().anyMatch(open -> !open.isReadWrite())) {
                throw new RefusedException(Pkcs11.CKR_SESSION_READ_ONLY_EXISTS);
            }
            check(token, token.securityOfficer(), call);
            token.logIn(SECURITY_OFFICER);
        } else {
            throw new RefusedException(Pkcs11.CKR_USER_TYPE_INVALID);
        }
    }

    private static void requireNobody(VirtualToken token, VirtualToken.LoggedIn wanted) throws RefusedException {
        if (token.loggedIn() != NOBODY) {
            throw new RefusedException(
                    token.loggedIn() == wanted
                            ? Pkcs11.CKR_USER_ALREADY_LOGGED_IN
                            : Pkcs11.CKR_USER_ANOTHER_ALREADY_LOGGED_IN);
        }
    }

    private static void check(VirtualToken token, PinState pin, Call call) throws RefusedException {
        byte[] given = SlotFunctions.typed(token, call, 2, 3);
        if (!pin.isSet()) {
            throw new RefusedException(Pkcs11.CKR_USER_PIN_NOT_INITIALIZED);
        }
        pin.check(token.hasPinPad() ? pin.entered() : given);
    }

    private void logout(Call call) throws RefusedException {
        VirtualToken token = library.session(call.ulong(0)).token();
        if (token.loggedIn() == NOBODY) {
            throw new RefusedException(Pkcs11.CKR_USER_NOT_LOGGED_IN);
        }
        token.logOut();
    }

    /** Flags 0 or CKF_SIGN end a signature; the other operations do not exist here. */
    private void cancel(Call call) throws RefusedException {
        VirtualSession session = library.session(call.ulong(0));
        if (call.ulong(1) == 0 || (call.ulong(1) & 0x800) != 0) {
            session.endSigning();
        }
    }

    private void getValidationFlags(Call call) throws RefusedException {
        library.session(call.ulong(0));
        call.putUlong(2, 0);
    }
}
