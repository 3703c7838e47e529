package cairn.ca.issuance;

import cairn.ca.audit.AuthorityName;
import cairn.ca.lint.LintSkip;
import cairn.ca.profile.Profile;
import cairn.ca.profile.RequestedContent;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.SignatureAlgorithm;
import java.util.List;

/**
 * A certificate that somebody may want: an order without the issuer's key, so that no token is needed.
 *
 * @param issuer the authority that would sign
 * @param certificate its certificate
 * @param algorithm by which it would sign
 * @param skips lint rules that shall not block
 */
public record PreviewOrder(
        AuthorityName issuer,
        Certificate certificate,
        SignatureAlgorithm algorithm,
        Profile profile,
        RequestedContent content,
        List<LintSkip> skips) {
    /** Takes a copy. */
    public PreviewOrder {
        skips = List.copyOf(skips);
    }
}
