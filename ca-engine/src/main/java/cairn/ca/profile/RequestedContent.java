package cairn.ca.profile;

import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.SubjectPublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.x509.Extensions;

/**
 * What somebody asks for: the content of a request and what the operator adds to it or sets against it.
 *
 * @param subject the subject of the request; may be empty
 * @param extensions the extensions that the request asks for (RFC 2985 section 5.4.2)
 */
public record RequestedContent(
        DistinguishedName subject, SubjectPublicKey key, Optional<Extensions> extensions, OperatorChoices choices) {

    /** A request without extensions in which the operator changes nothing. */
    public static RequestedContent of(DistinguishedName subject, SubjectPublicKey key) {
        return new RequestedContent(subject, key, Optional.empty(), OperatorChoices.none());
    }

    /** The same with these choices of the operator. */
    public RequestedContent with(OperatorChoices replacement) {
        return new RequestedContent(subject, key, extensions, replacement);
    }
}
