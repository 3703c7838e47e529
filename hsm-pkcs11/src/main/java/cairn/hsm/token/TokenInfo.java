package cairn.hsm.token;

import java.util.OptionalLong;
import java.util.Set;

/**
 * CK_TOKEN_INFO, blanks trimmed.
 *
 * @param software whether this is the software token, which is not an HSM
 * @param flags names of the CKF_ flags that are set, such as {@code CKF_LOGIN_REQUIRED}
 * @param maxSessions ulMaxSessionCount where the token gives a number
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
}
