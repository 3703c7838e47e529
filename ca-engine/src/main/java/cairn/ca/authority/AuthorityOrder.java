package cairn.ca.authority;

import cairn.ca.audit.AuthorityName;
import cairn.ca.lint.LintSkip;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.Profile;
import cairn.ca.profile.RequestedContent;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.SubjectPublicKey;
import java.util.List;

/**
 * An authority that somebody wants to create. Path length, name constraints and policies come from the profile and the
 * operator's choices.
 *
 * @param name also becomes the label of its key on the token
 * @param skips lint rules that shall not block, with the reasons
 */
public record AuthorityOrder(
        AuthorityName name,
        DistinguishedName subject,
        KeyOrder key,
        Profile profile,
        OperatorChoices choices,
        List<LintSkip> skips) {
    /** Takes copies; refuses an authority without a name (RFC 5280 section 4.1.2.6). */
    public AuthorityOrder {
        skips = List.copyOf(skips);
        if (subject.isEmpty()) {
            throw new IllegalArgumentException("the subject of an authority is not empty (RFC 5280 section 4.1.2.6)");
        }
    }

    /** What the profile shapes. */
    RequestedContent content(SubjectPublicKey publicKey) {
        return RequestedContent.of(subject, publicKey).with(choices);
    }
}
