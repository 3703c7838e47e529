package cairn.ca.audit;

import cairn.ca.x509.Fingerprint;
import java.time.Instant;

/**
 * One line of the journal.
 *
 * @param sequence 1, 2, 3, … without a gap
 * @param time when it was appended
 * @param actor the person or account that acted
 * @param chain SHA-256 over the previous entry's chain value and this entry's bytes
 */
public record JournalEntry(long sequence, Instant time, String actor, AuditEvent event, Fingerprint chain) {}
