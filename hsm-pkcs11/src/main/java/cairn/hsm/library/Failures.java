package cairn.hsm.library;

import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.CryptokiFunction;
import cairn.hsm.cryptoki.ReturnValue;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.util.Map;
import java.util.Set;

/** What a CK_RV means to somebody who asked for a signature, a key or a log-in. */
final class Failures {
    private static final Map<Long, Failure> BY_RETURN_VALUE = Map.ofEntries(
            Map.entry(ReturnValue.PIN_INCORRECT, Failure.PIN_INCORRECT),
            Map.entry(ReturnValue.PIN_LOCKED, Failure.PIN_LOCKED),
            Map.entry(ReturnValue.PIN_INVALID, Failure.PIN_UNSUITABLE),
            Map.entry(ReturnValue.PIN_LEN_RANGE, Failure.PIN_UNSUITABLE),
            Map.entry(ReturnValue.PIN_EXPIRED, Failure.PIN_UNSUITABLE),
            Map.entry(ReturnValue.PIN_TOO_WEAK, Failure.PIN_UNSUITABLE),
            Map.entry(ReturnValue.USER_NOT_LOGGED_IN, Failure.LOGIN_REQUIRED),
            Map.entry(ReturnValue.USER_PIN_NOT_INITIALIZED, Failure.LOGIN_REQUIRED),
            Map.entry(ReturnValue.SLOT_ID_INVALID, Failure.TOKEN_ABSENT),
            Map.entry(ReturnValue.TOKEN_NOT_PRESENT, Failure.TOKEN_ABSENT),
            Map.entry(ReturnValue.TOKEN_NOT_RECOGNIZED, Failure.TOKEN_ABSENT),
            Map.entry(ReturnValue.DEVICE_REMOVED, Failure.TOKEN_ABSENT),
            Map.entry(ReturnValue.DEVICE_ERROR, Failure.TOKEN_ABSENT),
            Map.entry(ReturnValue.CRYPTOKI_NOT_INITIALIZED, Failure.TOKEN_ABSENT),
            Map.entry(ReturnValue.SESSION_HANDLE_INVALID, Failure.TOKEN_ABSENT),
            Map.entry(ReturnValue.SESSION_CLOSED, Failure.TOKEN_ABSENT),
            Map.entry(ReturnValue.SESSION_COUNT, Failure.BUSY),
            Map.entry(ReturnValue.OBJECT_HANDLE_INVALID, Failure.KEY_MISSING),
            Map.entry(ReturnValue.KEY_HANDLE_INVALID, Failure.KEY_MISSING),
            Map.entry(ReturnValue.ARGUMENTS_BAD, Failure.BAD_REQUEST));

    /** Functions whose effect outlives a lost answer. */
    private static final Set<CryptokiFunction> WITH_EFFECT = Set.of(
            CryptokiFunction.C_Sign,
            CryptokiFunction.C_SignFinal,
            CryptokiFunction.C_GenerateKeyPair,
            CryptokiFunction.C_DestroyObject);

    /** Return values that do not say whether the token had finished. The others are given before it starts. */
    private static final Set<Long> AT_ANY_MOMENT = Set.of(
            ReturnValue.HOST_MEMORY,
            ReturnValue.GENERAL_ERROR,
            ReturnValue.FUNCTION_FAILED,
            ReturnValue.DEVICE_ERROR,
            ReturnValue.DEVICE_MEMORY,
            ReturnValue.DEVICE_REMOVED,
            ReturnValue.FUNCTION_CANCELED,
            ReturnValue.SESSION_CLOSED);

    private static final long VENDOR_DEFINED = 0x80000000L;

    private Failures() {}

    /** Whether the token may have signed, generated or destroyed although it returned this. */
    static boolean mayHaveBeenDone(CryptokiException e) {
        return WITH_EFFECT.contains(e.function())
                && (AT_ANY_MOMENT.contains(e.returnValue())
                        || Long.compareUnsigned(e.returnValue(), VENDOR_DEFINED) >= 0);
    }

    /** The same as a failure of the token; {@code doing} ends a sentence, such as "while signing with 'root'". */
    static TokenException of(CryptokiException e, String doing) {
        Failure failure = mayHaveBeenDone(e)
                ? Failure.UNKNOWN_OUTCOME
                : BY_RETURN_VALUE.getOrDefault(e.returnValue(), Failure.REJECTED);
        return new TokenException(failure, e.function().name(), e.returnValue(), e.getMessage() + " " + doing, e);
    }
}
