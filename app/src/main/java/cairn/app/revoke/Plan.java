package cairn.app.revoke;

import cairn.app.session.BlastRadius;
import cairn.ca.audit.AuthorityName;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationResult;
import java.util.List;

/**
 * A decision, what it would do, and what came of it.
 *
 * @param results one for each certificate; empty as long as nothing is recorded
 */
record Plan(Decision decision, BlastRadius radius, List<RevocationResult> results) {
    Plan {
        results = List.copyOf(results);
    }

    List<RevocationOrder> orders() {
        return radius.answers().stream().map(BlastRadius.Answer::order).toList();
    }

    Plan with(List<RevocationResult> came) {
        return new Plan(decision, radius, came);
    }

    /** Whose lists are older than the register now. */
    List<AuthorityName> issuers() {
        return results.stream()
                .filter(RevocationResult.Recorded.class::isInstance)
                .map(result -> ((RevocationResult.Recorded) result).order().issuer())
                .distinct()
                .toList();
    }
}
