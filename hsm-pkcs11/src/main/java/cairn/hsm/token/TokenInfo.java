package cairn.hsm.token;

import java.util.OptionalLong;
import java.util.Set;

/**
 * CK_TOKEN_INFO, blanks trimmed.
 *
 * @param software whether this is the software token, which is not an HSM
 * @param flags names of the CKF_ flags that are set, such as {@code CKF_LOGIN_REQUIRED}
 * @param maxSessions ulMaxSessionCount where the token gives a number
 * @param minPinLength in octets; {@link Integer#MAX_VALUE} where the token does not say
 * @param maxPinLength the same
 */
public record TokenInfo(
        String label,
        String serialNumber,
        String manufacturer,
        String model,
        String firmwareVersion,
        boolean software,
        Set<String> flags,
        OptionalLong maxSessions,
        int minPinLength,
        int maxPinLength) {
    /** Takes a copy. */
    public TokenInfo {
        flags = Set.copyOf(flags);
    }

    /**
     * Refuses a PIN that the token would not take, before anything is done that a refusal afterwards leaves half done. A
     * token with a PIN pad, or one that does not say what it takes, refuses nothing here.
     *
     * @param whose how to call the PIN in words
     * @throws TokenException PIN_UNSUITABLE if it is too short or too long
     */
    public void requireSuitable(Pin pin, String whose) throws TokenException {
        boolean said = maxPinLength > 0 && minPinLength <= maxPinLength && minPinLength < Integer.MAX_VALUE;
        if (!said || flags.contains("CKF_PROTECTED_AUTHENTICATION_PATH")) {
            return;
        }
        if (pin.length() < minPinLength || pin.length() > maxPinLength) {
            throw new TokenException(
                    TokenException.Failure.PIN_UNSUITABLE,
                    whose + " is too " + (pin.length() < minPinLength ? "short" : "long") + ": the token takes "
                            + minPinLength + (maxPinLength == Integer.MAX_VALUE ? " or more" : " to " + maxPinLength)
                            + " octets");
        }
    }
}
