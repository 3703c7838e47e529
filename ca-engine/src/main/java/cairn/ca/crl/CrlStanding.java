package cairn.ca.crl;

import java.util.Optional;

/**
 * How the newest list of an authority stands to what the register says now.
 *
 * @param latest the newest list; empty if none was ever signed
 * @param missing decisions of the register that it does not show: revocations that are not on it, or with another reason
 * @param released entries of it that the register no longer has
 */
public record CrlStanding(Optional<CrlRecord> latest, long missing, long released) {
    /** Whether a new list would say something else. */
    public boolean isBehind() {
        return missing > 0 || released > 0;
    }
}
