package cairn.ca.profile;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.KeyIdentifier;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SubjectPublicKey;
import cairn.ca.x509.Validity;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * What shaping must know of the issuer. Made once for an authority, used for every certificate.
 *
 * @param subject copied byte for byte into the issuer field (RFC 5280 section 4.1.2.4)
 * @param keyId goes into the authority key identifier
 * @param signatureOctets the most octets that a signature of this issuer has; for the limit on size
 * @param certificate empty for an issuer that signs itself
 */
public record IssuerData(
        DistinguishedName subject,
        KeyIdentifier keyId,
        Validity validity,
        SignatureAlgorithm algorithm,
        int signatureOctets,
        Optional<Certificate> certificate) {

    /** The issuer whose certificate this is. */
    public static IssuerData of(Certificate certificate, SignatureAlgorithm algorithm) {
        SubjectPublicKey key = certificate.publicKey();
        return new IssuerData(
                certificate.subject(),
                certificate.subjectKeyIdentifier().orElseGet(key::keyIdentifier),
                certificate.validity(),
                algorithm,
                SignatureSize.atMost(algorithm, key),
                Optional.of(certificate));
    }

    /** A root that is about to sign itself: its name and its validity are what the profile makes of the request. */
    public static IssuerData selfSigned(SubjectPublicKey key, SignatureAlgorithm algorithm) {
        return new IssuerData(
                DistinguishedName.of(new X500Name(new RDN[0])),
                key.keyIdentifier(),
                new Validity(Instant.EPOCH, Validity.NO_EXPIRATION),
                algorithm,
                SignatureSize.atMost(algorithm, key),
                Optional.empty());
    }
}
