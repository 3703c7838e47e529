package cairn.ca.csr;

import cairn.ca.x509.Finding;
import java.util.function.Consumer;

/** One thing to say about a request beside its key. */
@FunctionalInterface
interface RequestRule {
    /** Hands every finding to {@code findings}. */
    void check(CertificationRequest request, Consumer<Finding> findings);
}
