package cairn.ca.lint;

import cairn.ca.x509.Finding;

/**
 * A finding that does not count, with the reason that somebody gave.
 *
 * @param finding what the rule found
 * @param reason why it was skipped
 */
public record SkippedFinding(Finding finding, String reason) {}
