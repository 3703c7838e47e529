package cairn.ca.storage;

import java.time.Instant;

/**
 * Which workspace this is.
 *
 * @param station the number that its serial numbers begin with
 * @param purpose why it exists, in its owner's words; "evaluation", say
 */
public record WorkspaceIdentity(String id, int station, String purpose, Instant created) {}
