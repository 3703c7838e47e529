package cairn.hsm.library;

import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.ReturnValue;

/** How far back one must go after a failure; each step includes those before it. */
enum RecoveryStep {
    /** Nothing helps: the request was refused. */
    NONE,
    /** Handles of objects have changed: find the key again. */
    FIND_KEY,
    /** The session is gone or stuck: open another, log in if that is lost too. */
    NEW_SESSION,
    /** The library or the device is confused: C_Finalize, C_Initialize, find the token, log in. */
    REINITIALIZE;

    static RecoveryStep after(CryptokiException e) {
        long rv = e.returnValue();
        if (rv == ReturnValue.OBJECT_HANDLE_INVALID || rv == ReturnValue.KEY_HANDLE_INVALID) {
            return FIND_KEY;
        }
        if (rv == ReturnValue.SESSION_HANDLE_INVALID
                || rv == ReturnValue.SESSION_CLOSED
                || rv == ReturnValue.OPERATION_ACTIVE
                || rv == ReturnValue.OPERATION_NOT_INITIALIZED
                || rv == ReturnValue.USER_NOT_LOGGED_IN) {
            return NEW_SESSION;
        }
        if (rv == ReturnValue.CRYPTOKI_NOT_INITIALIZED
                || rv == ReturnValue.TOKEN_NOT_PRESENT
                || rv == ReturnValue.SLOT_ID_INVALID
                || rv == ReturnValue.DEVICE_REMOVED
                || rv == ReturnValue.DEVICE_ERROR
                || rv == ReturnValue.GENERAL_ERROR) {
            return REINITIALIZE;
        }
        return NONE;
    }
}
