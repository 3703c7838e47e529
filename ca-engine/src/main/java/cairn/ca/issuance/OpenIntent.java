package cairn.ca.issuance;

import java.time.Instant;

/** An intent without an end: its certificate may or may not exist outside. */
public record OpenIntent(IssuanceIntent intent, Instant recordedAt) {}
