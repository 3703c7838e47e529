package cairn.app.revoke;

import cairn.app.session.NamedCertificates.Named;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is decided about certificates.
 *
 * @param reason counts where it is for good
 * @param invalidSince since when the key is believed bad
 * @param keepKey whether the key stays allowed although the reason is a compromise
 */
record Decision(Kind kind, RevocationReason reason, Optional<Instant> invalidSince, boolean keepKey) {
    /** What happens to a certificate. */
    enum Kind {
        REVOKE,
        HOLD,
        RELEASE
    }

    /** Whether the keys are blocked, so that they are never certified again. */
    boolean blocksKeys() {
        return kind == Kind.REVOKE && reason.isCompromise() && !keepKey;
    }

    List<RevocationOrder> orders(List<Named> certificates) {
        return certificates.stream().map(this::order).toList();
    }

    private RevocationOrder order(Named named) {
        return switch (kind) {
            case REVOKE ->
                new RevocationOrder.Revoke(named.issuer(), named.serialNumber(), reason, invalidSince, keepKey);
            case HOLD -> new RevocationOrder.Hold(named.issuer(), named.serialNumber());
            case RELEASE -> new RevocationOrder.Release(named.issuer(), named.serialNumber());
        };
    }
}
