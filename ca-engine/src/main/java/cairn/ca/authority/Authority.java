package cairn.ca.authority;

import cairn.ca.audit.AuthorityName;
import cairn.ca.signing.KeyReference;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.SignatureAlgorithm;
import java.util.List;
import java.util.Optional;

/**
 * A certification authority as the register knows it.
 *
 * @param certificate empty while its request is out at an outside issuer
 * @param parent the authority of this workspace that issued it; empty for a root and for an outside issuer
 * @param outsideChain the outside issuer's certificates, issuer first; empty if it is not from outside
 */
public record Authority(
        AuthorityName name,
        KeyReference key,
        SignatureAlgorithm algorithm,
        Optional<Certificate> certificate,
        Optional<AuthorityName> parent,
        List<Certificate> outsideChain,
        State state) {
    /** Takes copies; refuses an active authority without a certificate. */
    public Authority {
        outsideChain = List.copyOf(outsideChain);
        if (state == State.ACTIVE && certificate.isEmpty()) {
            throw new IllegalArgumentException("an active authority has a certificate: " + name);
        }
    }

    /** Where an authority stands in its life. */
    public enum State {
        REQUESTED,
        ACTIVE,
        RETIRED
    }
}
