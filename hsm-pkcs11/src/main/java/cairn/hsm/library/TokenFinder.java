package cairn.hsm.library;

import cairn.hsm.cryptoki.Constants.Flag;
import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.Description;
import cairn.hsm.cryptoki.LibraryCalls;
import cairn.hsm.cryptoki.ReturnValue;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the slot that a token is in now. Slot numbers move, so the answer is never kept beyond an initialisation. */
final class TokenFinder {
    /** A token and where it is. */
    record Found(long slotId, Description.Token token) {}

    private TokenFinder() {}

    /**
     * The one token with this label, and this serial number if one is given.
     *
     * @throws TokenException TOKEN_ABSENT with what was seen instead; BAD_REQUEST if several have the label
     */
    static Found find(LibraryCalls library, TokenSelector selector) throws CryptokiException, TokenException {
        List<Found> seen = present(library);
        List<Found> matching = matching(seen, selector);
        if (matching.isEmpty()) {
            // A library may show a token only when asked once more after it was initialised or plugged in.
            seen = present(library);
            matching = matching(seen, selector);
        }
        if (matching.size() > 1) {
            throw new TokenException(
                    Failure.BAD_REQUEST,
                    "several tokens are called '" + selector.label() + "'; the serial number must say which: "
                            + names(matching));
        }
        if (matching.isEmpty()) {
            throw new TokenException(
                    Failure.TOKEN_ABSENT,
                    "no token is called '" + selector.label() + "'"
                            + selector.serialNumber()
                                    .map(serial -> " with the serial number " + serial)
                                    .orElse("")
                            + "; the library shows " + (seen.isEmpty() ? "none" : names(seen)));
        }
        return matching.getFirst();
    }

    private static List<Found> matching(List<Found> seen, TokenSelector selector) {
        return seen.stream()
                .filter(found -> found.token().label().equals(selector.label()))
                .filter(found -> selector.serialNumber()
                        .map(found.token().serialNumber()::equals)
                        .orElse(true))
                .toList();
    }

    /** All initialised tokens that can be asked. */
    private static List<Found> present(LibraryCalls library) throws CryptokiException {
        List<Found> found = new ArrayList<>();
        for (long slotId : library.slots(true)) {
            tokenIn(library, slotId)
                    .filter(token -> (token.flags() & Flag.TOKEN_INITIALIZED) != 0)
                    .ifPresent(token -> found.add(new Found(slotId, token)));
        }
        return found;
    }

    /** The token in a slot; empty if there is none or it is not one that the library knows. */
    static Optional<Description.Token> tokenIn(LibraryCalls library, long slotId) throws CryptokiException {
        try {
            return Optional.of(library.token(slotId));
        } catch (CryptokiException e) {
            if (e.is(ReturnValue.TOKEN_NOT_PRESENT)
                    || e.is(ReturnValue.TOKEN_NOT_RECOGNIZED)
                    || e.is(ReturnValue.DEVICE_REMOVED)
                    || e.is(ReturnValue.SLOT_ID_INVALID)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static String names(List<Found> tokens) {
        return String.join(
                ", ",
                tokens.stream()
                        .map(found -> "'" + found.token().label() + "' (serial number "
                                + found.token().serialNumber() + ")")
                        .toList());
    }
}
