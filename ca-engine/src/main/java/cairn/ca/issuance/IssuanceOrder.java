package cairn.ca.issuance;

import cairn.ca.csr.CertificationRequest;
import cairn.ca.lint.LintSkip;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.Profile;
import cairn.ca.profile.RequestedContent;
import cairn.ca.x509.Fingerprint;
import java.util.List;
import java.util.Optional;

/**
 * One certificate that somebody wants.
 *
 * @param content what is asked for; the profile decides what comes of it
 * @param request digest of the request's DER bytes, empty where there was no request (a root, say)
 * @param skips lint rules that shall not block, with the reasons
 */
public record IssuanceOrder(
        Issuer issuer, Profile profile, RequestedContent content, Optional<Fingerprint> request, List<LintSkip> skips) {
    /** Takes copies. */
    public IssuanceOrder {
        skips = List.copyOf(skips);
    }

    /** An order for what a request asks for. That the request passed its policy is for the caller to see to. */
    public static IssuanceOrder of(
            Issuer issuer, Profile profile, CertificationRequest request, OperatorChoices choices) {
        RequestedContent content =
                new RequestedContent(request.subject(), request.publicKey(), request.requestedExtensions(), choices);
        return new IssuanceOrder(issuer, profile, content, Optional.of(request.fingerprint()), List.of());
    }
}
