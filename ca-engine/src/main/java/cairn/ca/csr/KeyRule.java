package cairn.ca.csr;

import cairn.ca.x509.Finding;
import cairn.ca.x509.SubjectPublicKey;
import java.util.Optional;

/** One reason to refuse a public key. */
@FunctionalInterface
public interface KeyRule {
    /** The refusal, or nothing where the rule does not concern the key or has no objection. */
    Optional<Finding> check(SubjectPublicKey key);
}
