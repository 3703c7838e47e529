package cairn.ca.audit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The clock by which something may be signed: it refuses to stand before the last entry of the journal, since what is
 * dated from it would be backdated. Seconds are the unit of certificates and lists.
 */
public final class TrustedClock {
    private final InstantSource source;
    private final AuditJournal journal;

    /** Reads {@code source} and compares with {@code journal}. */
    public TrustedClock(InstantSource source, AuditJournal journal) {
        this.source = source;
        this.journal = journal;
    }

    /**
     * Now.
     *
     * @throws ClockException if the last entry of the journal is later
     */
    public Instant now() throws ClockException {
        Instant now = source.instant();
        Optional<Instant> last = journal.lastTime();
        if (last.isPresent() && now.isBefore(last.get())) {
            throw new ClockException(last.get(), now);
        }
        return now;
    }
}
