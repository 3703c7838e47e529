package cairn.ca.signing;

import cairn.ca.x509.Octets;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SignatureCheck;
import cairn.ca.x509.SubjectPublicKey;

/** Signs and believes nothing: every signature is verified before anybody gets to see it. */
public final class CheckedSigning {
    private CheckedSigning() {}

    /**
     * Signs {@code content} with {@code key} and verifies with {@code expected}, the public key that the rest of the
     * world knows. Never throws: every failure is an outcome.
     */
    public static SignatureOutcome sign(
            SigningKey key, SubjectPublicKey expected, SignatureAlgorithm algorithm, byte[] content) {
        byte[] signature;
        try {
            signature = key.sign(algorithm, content);
        } catch (SigningException.UnknownOutcome e) {
            return new SignatureOutcome.Unknown(e);
        } catch (SigningException e) {
            return new SignatureOutcome.NotSigned(e);
        } catch (RuntimeException e) {
            // A fault of the adapter says nothing about what the token did before it.
            return new SignatureOutcome.Unknown(new SigningException.UnknownOutcome("the token's adapter failed", e));
        }
        if (!SignatureCheck.verifies(expected, algorithm.identifier(), content, signature)) {
            return new SignatureOutcome.Wrong("the token returned " + signature.length
                    + " octets that are no signature of the key " + expected + " by " + algorithm.word());
        }
        return new SignatureOutcome.Signed(Octets.of(signature));
    }
}
