package cairn.ca.lint;

import cairn.ca.x509.Finding;
import cairn.ca.x509.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The verdict over one certificate or list.
 *
 * @param findings what counts, in the order of the rules
 * @param skipped what was found and does not count, each with its reason, for the audit
 */
public record LintResult(List<Finding> findings, List<SkippedFinding> skipped) {
    /** Copies both lists. */
    public LintResult {
        findings = List.copyOf(findings);
        skipped = List.copyOf(skipped);
    }

    /** Takes out of {@code found} what {@code skips} name. */
    public static LintResult of(List<Finding> found, Collection<LintSkip> skips) {
        if (skips.isEmpty()) {
            return new LintResult(found, List.of());
        }
        Map<String, String> reasons = new HashMap<>();
        skips.forEach(skip -> reasons.put(skip.rule(), skip.reason()));
        List<Finding> counting = new ArrayList<>();
        List<SkippedFinding> skipped = new ArrayList<>();
        for (Finding finding : found) {
            String reason = reasons.get(finding.code());
            if (reason == null) {
                counting.add(finding);
            } else {
                skipped.add(new SkippedFinding(finding, reason));
            }
        }
        return new LintResult(counting, skipped);
    }

    /** Whether an error that nobody skipped forbids issuance. */
    public boolean blocks() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
