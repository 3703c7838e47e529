package cairn.ca.signing;

import cairn.ca.x509.Octets;

/** What came of an attempt to sign. */
public sealed interface SignatureOutcome {
    /** Signed, and the signature verifies with the key's public half. */
    record Signed(Octets signature) implements SignatureOutcome {}

    /** Certainly not signed. */
    record NotSigned(SigningException failure) implements SignatureOutcome {}

    /** Nobody can know whether the token signed. */
    record Unknown(SigningException failure) implements SignatureOutcome {}

    /** The token answered with something that is not this key's signature over the content. */
    record Wrong(String words) implements SignatureOutcome {}
}
