package cairn.ca.issuance;

import cairn.ca.csr.CertificationRequest;
import cairn.ca.lint.LintSkip;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.Profile;
import cairn.ca.profile.ProfileRefusal;
import cairn.ca.profile.RequestedContent;
import cairn.ca.profile.ShapeRequest;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.MalformedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.Extension;

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

    /**
     * Whether this certificate is what the order would make at {@code now}: for the same key, with the same subject and
     * the same alternative names. That it is the issuer's own, valid and of the same profile is for the caller to see to.
     */
    public boolean isFulfilledBy(Certificate certificate, Instant now) {
        try {
            Certificate wanted = profile.shape(
                            new ShapeRequest(issuer.data(), content, certificate.serialNumber(), now))
                    .withSignature(new byte[0]);
            return wanted.publicKey()
                            .fingerprint()
                            .equals(certificate.publicKey().fingerprint())
                    && wanted.subject().equals(certificate.subject())
                    && names(wanted).equals(names(certificate));
        } catch (ProfileRefusal e) {
            // What the profile does not make now, nobody can say it made.
            return false;
        } catch (MalformedException e) {
            throw new IllegalStateException("profile " + profile.name() + " made something that is no certificate", e);
        }
    }

    private static Optional<ASN1Primitive> names(Certificate certificate) {
        return certificate.extension(Extension.subjectAlternativeName).map(ASN1Encodable::toASN1Primitive);
    }
}
