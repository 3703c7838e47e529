package cairn.ca.issuance;

import cairn.ca.audit.IntentId;
import cairn.ca.lint.LintResult;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SerialNumber;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A certificate that was shaped by its profile and passed linting, and may be signed once. Only {@link IssuanceService}
 * makes one; one that is never issued leaves nothing behind but its unused serial number.
 */
public final class PreparedCertificate {
    private final IssuanceOrder order;
    private final SerialNumber serialNumber;
    private final Octets toBeSigned;
    private final Rehearsal.OfCertificate rehearsed;
    private final IntentId intentId;
    private final AtomicBoolean used = new AtomicBoolean();

    PreparedCertificate(
            IssuanceOrder order,
            SerialNumber serialNumber,
            Octets toBeSigned,
            Rehearsal.OfCertificate rehearsed,
            IntentId intentId) {
        this.order = order;
        this.serialNumber = serialNumber;
        this.toBeSigned = toBeSigned;
        this.rehearsed = rehearsed;
        this.intentId = intentId;
    }

    /** What was ordered. */
    public IssuanceOrder order() {
        return order;
    }

    /** The reserved serial number. */
    public SerialNumber serialNumber() {
        return serialNumber;
    }

    /** What linting found that does not block, and what was skipped. */
    public LintResult lint() {
        return rehearsed.result();
    }

    /** For showing: the same content under a throw-away signature that nobody trusts. */
    public Certificate preview() {
        return rehearsed.certificate();
    }

    /** The exact TBSCertificate. */
    Octets toBeSigned() {
        return toBeSigned;
    }

    /** What is recorded before signing. */
    IssuanceIntent intent() {
        return new IssuanceIntent(
                intentId,
                order.issuer().name(),
                serialNumber,
                order.profile().name(),
                toBeSigned,
                order.request(),
                rehearsed.result().skipped().stream()
                        .map(skipped -> skipped.finding().code() + ": " + skipped.reason())
                        .distinct()
                        .toList());
    }

    /** Marks it as used; throws if it was used before, which is a bug of the caller. */
    void use() {
        if (!used.compareAndSet(false, true)) {
            throw new IllegalStateException("a prepared certificate is signed once: serial " + serialNumber);
        }
    }
}
