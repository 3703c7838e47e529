package cairn.hsm.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.CryptokiFunction;
import cairn.hsm.cryptoki.ReturnValue;
import cairn.hsm.token.TokenException.Failure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every return value that has a meaning, before and after the token may have worked: what it means to the caller, and
 * how far recovery goes back.
 */
final class FailuresTest {
    @ParameterizedTest
    @CsvSource({
        // Name, number; as the answer of C_SignInit, as that of C_Sign; the step of recovery.
        "CKR_CANCEL, 0x01, REJECTED, REJECTED, NONE",
        "CKR_HOST_MEMORY, 0x02, REJECTED, UNKNOWN_OUTCOME, NONE",
        "CKR_SLOT_ID_INVALID, 0x03, TOKEN_ABSENT, TOKEN_ABSENT, REINITIALIZE",
        "CKR_GENERAL_ERROR, 0x05, REJECTED, UNKNOWN_OUTCOME, REINITIALIZE",
        "CKR_FUNCTION_FAILED, 0x06, REJECTED, UNKNOWN_OUTCOME, NONE",
        "CKR_ARGUMENTS_BAD, 0x07, BAD_REQUEST, BAD_REQUEST, NONE",
        "CKR_ATTRIBUTE_READ_ONLY, 0x10, REJECTED, REJECTED, NONE",
        "CKR_ATTRIBUTE_SENSITIVE, 0x11, REJECTED, REJECTED, NONE",
        "CKR_ATTRIBUTE_TYPE_INVALID, 0x12, REJECTED, REJECTED, NONE",
        "CKR_ATTRIBUTE_VALUE_INVALID, 0x13, REJECTED, REJECTED, NONE",
        "CKR_DATA_LEN_RANGE, 0x21, REJECTED, REJECTED, NONE",
        "CKR_DEVICE_ERROR, 0x30, TOKEN_ABSENT, UNKNOWN_OUTCOME, REINITIALIZE",
        "CKR_DEVICE_MEMORY, 0x31, REJECTED, UNKNOWN_OUTCOME, NONE",
        "CKR_DEVICE_REMOVED, 0x32, TOKEN_ABSENT, UNKNOWN_OUTCOME, REINITIALIZE",
        "CKR_FUNCTION_CANCELED, 0x50, REJECTED, UNKNOWN_OUTCOME, NONE",
        "CKR_FUNCTION_NOT_SUPPORTED, 0x54, REJECTED, REJECTED, NONE",
        "CKR_KEY_HANDLE_INVALID, 0x60, KEY_MISSING, KEY_MISSING, FIND_KEY",
        "CKR_KEY_FUNCTION_NOT_PERMITTED, 0x68, REJECTED, REJECTED, NONE",
        "CKR_MECHANISM_INVALID, 0x70, REJECTED, REJECTED, NONE",
        "CKR_MECHANISM_PARAM_INVALID, 0x71, REJECTED, REJECTED, NONE",
        "CKR_OBJECT_HANDLE_INVALID, 0x82, KEY_MISSING, KEY_MISSING, FIND_KEY",
        "CKR_OPERATION_ACTIVE, 0x90, REJECTED, REJECTED, NEW_SESSION",
        "CKR_OPERATION_NOT_INITIALIZED, 0x91, REJECTED, REJECTED, NEW_SESSION",
        "CKR_PIN_INCORRECT, 0xa0, PIN_INCORRECT, PIN_INCORRECT, NONE",
        "CKR_PIN_INVALID, 0xa1, PIN_UNSUITABLE, PIN_UNSUITABLE, NONE",
        "CKR_PIN_LEN_RANGE, 0xa2, PIN_UNSUITABLE, PIN_UNSUITABLE, NONE",
        "CKR_PIN_EXPIRED, 0xa3, PIN_UNSUITABLE, PIN_UNSUITABLE, NONE",
        "CKR_PIN_LOCKED, 0xa4, PIN_LOCKED, PIN_LOCKED, NONE",
        "CKR_SESSION_CLOSED, 0xb0, TOKEN_ABSENT, UNKNOWN_OUTCOME, NEW_SESSION",
        "CKR_SESSION_COUNT, 0xb1, BUSY, BUSY, NONE",
        "CKR_SESSION_HANDLE_INVALID, 0xb3, TOKEN_ABSENT, TOKEN_ABSENT, NEW_SESSION",
        "CKR_TEMPLATE_INCONSISTENT, 0xd1, REJECTED, REJECTED, NONE",
        "CKR_TOKEN_NOT_PRESENT, 0xe0, TOKEN_ABSENT, TOKEN_ABSENT, REINITIALIZE",
        "CKR_TOKEN_NOT_RECOGNIZED, 0xe1, TOKEN_ABSENT, TOKEN_ABSENT, NONE",
        "CKR_USER_NOT_LOGGED_IN, 0x101, LOGIN_REQUIRED, LOGIN_REQUIRED, NEW_SESSION",
        "CKR_USER_PIN_NOT_INITIALIZED, 0x102, LOGIN_REQUIRED, LOGIN_REQUIRED, NONE",
        "CKR_BUFFER_TOO_SMALL, 0x150, REJECTED, REJECTED, NONE",
        "CKR_CRYPTOKI_NOT_INITIALIZED, 0x190, TOKEN_ABSENT, TOKEN_ABSENT, REINITIALIZE",
        "CKR_PIN_TOO_WEAK, 0x1b8, PIN_UNSUITABLE, PIN_UNSUITABLE, NONE",
        "0x7fffffff, 0x7fffffff, REJECTED, REJECTED, NONE",
        "0x80000000, 0x80000000, REJECTED, UNKNOWN_OUTCOME, NONE",
        "0xffffffff, 0xffffffff, REJECTED, UNKNOWN_OUTCOME, NONE"
    })
    void eachReturnValueHasOneMeaning(String name, String number, Failure before, Failure after, RecoveryStep step) {
        long value = Long.decode(number);
        assertEquals(name, ReturnValue.name(value));
        CryptokiException early = new CryptokiException(CryptokiFunction.C_SignInit, value);
        CryptokiException late = new CryptokiException(CryptokiFunction.C_Sign, value);
        assertEquals(before, Failures.of(early, "").failure());
        assertEquals(after, Failures.of(late, "").failure());
        assertEquals(after == Failure.UNKNOWN_OUTCOME, Failures.mayHaveBeenDone(late));
        assertEquals(step, RecoveryStep.after(early));
        assertEquals(step, RecoveryStep.after(late));
    }

    @ParameterizedTest
    @CsvSource({
        "C_Sign, true", "C_SignFinal, true", "C_GenerateKeyPair, true", "C_DestroyObject, true",
        "C_SignInit, false", "C_SignUpdate, false", "C_Login, false", "C_FindObjects, false",
        "C_GetAttributeValue, false", "C_GenerateRandom, false", "C_OpenSession, false", "C_InitToken, false"
    })
    void onlyWhatOutlivesALostAnswerIsEverOfUnknownOutcome(CryptokiFunction function, boolean effect) {
        assertEquals(effect, Failures.mayHaveBeenDone(new CryptokiException(function, ReturnValue.GENERAL_ERROR)));
        assertEquals(effect, Failures.mayHaveBeenDone(new CryptokiException(function, -1L)));
    }
}
