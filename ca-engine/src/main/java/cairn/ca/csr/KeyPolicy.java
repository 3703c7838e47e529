package cairn.ca.csr;

import cairn.ca.x509.Finding;
import cairn.ca.x509.SubjectPublicKey;
import java.util.List;
import java.util.Optional;

/** The rules that a public key must pass, in their order: the first objection refuses. */
public record KeyPolicy(List<KeyRule> rules) {
    /** Keeps a copy of the list. */
    public KeyPolicy {
        rules = List.copyOf(rules);
    }

    /** The first objection. */
    public Optional<Finding> objection(SubjectPublicKey key) {
        for (KeyRule rule : rules) {
            Optional<Finding> finding = rule.check(key);
            if (finding.isPresent()) {
                return finding;
            }
        }
        return Optional.empty();
    }
}
