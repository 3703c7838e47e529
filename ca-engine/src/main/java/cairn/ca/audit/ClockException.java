package cairn.ca.audit;

import java.time.Instant;

/** The clock stands before the last entry of the journal; nothing is dated, and so nothing signed, by it. */
public final class ClockException extends Exception {
    public ClockException(Instant lastRecorded, Instant now) {
        super("the clock shows " + now + ", which is before the last record of " + lastRecorded
                + ": set the clock right before anything is signed");
    }
}
