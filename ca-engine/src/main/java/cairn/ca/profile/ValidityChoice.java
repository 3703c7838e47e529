package cairn.ca.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The period that an operator asks for.
 *
 * @param notBefore the first second; empty for now
 * @param notAfter the last second; empty for what lifetime or the profile says
 * @param lifetime how long, the closing second included; empty for what notAfter or the profile says
 */
public record ValidityChoice(Optional<Instant> notBefore, Optional<Instant> notAfter, Optional<Duration> lifetime) {
    /** Leaves everything to the profile. */
    public static final ValidityChoice NONE = new ValidityChoice(Optional.empty(), Optional.empty(), Optional.empty());

    /** Refuses two ends at once and a lifetime of less than a second. */
    public ValidityChoice {
        if (notAfter.isPresent() && lifetime.isPresent()) {
            throw new IllegalArgumentException("an end and a lifetime cannot both be chosen");
        }
        if (lifetime.isPresent() && lifetime.get().toSeconds() < 1) {
            throw new IllegalArgumentException("a lifetime is at least one second");
        }
    }
}
