package cairn.hsm.library;

import cairn.hsm.cryptoki.Constants;
import cairn.hsm.cryptoki.Constants.Flag;
import cairn.hsm.cryptoki.Cryptoki;
import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.Description;
import cairn.hsm.cryptoki.LibraryCalls;
import cairn.hsm.token.Pin;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenSelector;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a security officer does. Every PIN is sent once. */
final class TokenAdministration {
    private static final int LABEL_LENGTH = 32;

    private final Cryptoki cryptoki;

    TokenAdministration(Cryptoki cryptoki) {
        this.cryptoki = cryptoki;
    }

    TokenInfo initToken(long slotId, Pin securityOfficer, String label) throws CryptokiException, TokenException {
        if (label.isBlank() || label.getBytes(StandardCharsets.UTF_8).length > LABEL_LENGTH) {
            throw new TokenException(
                    Failure.BAD_REQUEST, "a token's label has 1 to 32 octets of UTF-8, not '" + label + "'");
        }
        LibraryCalls library = cryptoki.library();
        long slot = slotId == TokenModule.FIRST_UNINITIALIZED ? firstUninitialized(library) : slotId;
        library.initToken(slot, pin(library.token(slot), securityOfficer), label);
        return Descriptions.token(library.token(slot));
    }

    private static long firstUninitialized(LibraryCalls library) throws CryptokiException, TokenException {
        for (long slot : library.slots(true)) {
            Optional<Description.Token> token = TokenFinder.tokenIn(library, slot);
            if (token.filter(found -> (found.flags() & Flag.TOKEN_INITIALIZED) == 0)
                    .isPresent()) {
                return slot;
            }
        }
        throw new TokenException(Failure.TOKEN_ABSENT, "no slot has a token that is not initialised yet");
    }

    void initPin(TokenSelector selector, Pin securityOfficer, Pin user) throws CryptokiException, TokenException {
        TokenFinder.Found found = TokenFinder.find(cryptoki.library(), selector);
        long session = cryptoki.sessions().open(found.slotId(), true);
        try {
            cryptoki.sessions().login(session, Constants.Session.USER_SO, pin(found.token(), securityOfficer));
            try {
                cryptoki.sessions().initPin(session, pin(found.token(), user));
            } finally {
                Quietly.run(() -> cryptoki.sessions().logout(session));
            }
        } finally {
            Quietly.run(() -> cryptoki.sessions().close(session));
        }
    }

    void setPin(TokenSelector selector, Pin old, Pin fresh) throws CryptokiException, TokenException {
        TokenFinder.Found found = TokenFinder.find(cryptoki.library(), selector);
        long session = cryptoki.sessions().open(found.slotId(), true);
        try {
            cryptoki.sessions().setPin(session, pin(found.token(), old), pin(found.token(), fresh));
        } finally {
            Quietly.run(() -> cryptoki.sessions().close(session));
        }
    }

    /** A PIN pad takes the PIN itself. */
    private static MemorySegment pin(Description.Token token, Pin pin) {
        return (token.flags() & Flag.PROTECTED_AUTHENTICATION_PATH) != 0 ? MemorySegment.NULL : pin.octets();
    }
}
