package cairn.hsm.signer;

import cairn.ca.signing.SigningException;
import cairn.hsm.token.TokenException;

/** The engine's failures for those of tokens. */
final class SigningFailures {
    private SigningFailures() {}

    static SigningException of(TokenException e) {
        String message = e.getMessage() == null ? e.failure().name() : e.getMessage();
        return switch (e.failure()) {
            case KEY_MISSING -> caused(new SigningException.KeyMissing(message), e);
            case TOKEN_ABSENT, LIBRARY_UNUSABLE -> new SigningException.TokenAbsent(message, e);
            case LOGIN_REQUIRED -> new SigningException.LoginRequired(message, e);
            case PIN_INCORRECT -> new SigningException.PinIncorrect(message, e);
            case PIN_LOCKED -> new SigningException.PinLocked(message, e);
            case BUSY -> caused(new SigningException.TokenBusy(message), e);
            case UNKNOWN_OUTCOME -> new SigningException.UnknownOutcome(message, e);
            case KEY_EXISTS, PIN_UNSUITABLE, REJECTED, BAD_REQUEST, TOKEN_DAMAGED ->
                new SigningException.Rejected(message, e);
        };
    }

    private static SigningException caused(SigningException failure, TokenException cause) {
        failure.initCause(cause);
        return failure;
    }
}
