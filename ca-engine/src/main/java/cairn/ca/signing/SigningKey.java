package cairn.ca.signing;

import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SubjectPublicKey;

/** A private key that stays where it is. Safe for use by several threads. */
public interface SigningKey {
    /** How to find it again. */
    KeyReference reference();

    /** Its public half, as the token gives it. */
    SubjectPublicKey publicKey();

    /** What the token says of it. */
    KeyAttributes attributes();

    /**
     * Signs {@code content}; the answer is what stands in a signatureValue BIT STRING (for ECDSA the DER SEQUENCE of
     * r and s, RFC 3279 section 2.2.3). The caller verifies it.
     *
     * @throws SigningException.UnknownOutcome if the token may have signed and the signature is lost
     */
    byte[] sign(SignatureAlgorithm algorithm, byte[] content) throws SigningException;
}
