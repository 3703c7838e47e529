package cairn.ca.x509;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The period in which a certificate is valid, both seconds included (RFC 5280 section 4.1.2.5), cut to whole seconds.
 */
public record Validity(Instant notBefore, Instant notAfter) {
    /** 99991231235959Z: "no well-defined expiration date" (RFC 5280 section 4.1.2.5). */
    public static final Instant NO_EXPIRATION = Instant.parse("9999-12-31T23:59:59Z");

    /** Refuses an end before the start. */
    public Validity {
        notBefore = notBefore.truncatedTo(ChronoUnit.SECONDS);
        notAfter = notAfter.truncatedTo(ChronoUnit.SECONDS);
        if (notAfter.isBefore(notBefore)) {
            throw new IllegalArgumentException("notAfter " + notAfter + " is before notBefore " + notBefore);
        }
    }

    /** Whether {@code when} lies within the period. */
    public boolean contains(Instant when) {
        return !when.isBefore(notBefore) && !when.isAfter(notAfter);
    }

    /** Whether the whole of {@code inner} lies within this period. */
    public boolean contains(Validity inner) {
        return contains(inner.notBefore) && contains(inner.notAfter);
    }

    /** The length, counting the closing second. */
    public Duration length() {
        return Duration.between(notBefore, notAfter).plusSeconds(1);
    }
}
