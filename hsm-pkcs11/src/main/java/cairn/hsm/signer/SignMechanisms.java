package cairn.hsm.signer;

import cairn.ca.x509.SignatureAlgorithm;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;

/** The mechanism for each signature algorithm of the engine. */
final class SignMechanisms {
    private SignMechanisms() {}

    static SignMechanism of(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ECDSA_SHA256 -> new SignMechanism.Ecdsa(Digest.SHA256);
            case ECDSA_SHA384 -> new SignMechanism.Ecdsa(Digest.SHA384);
            case ECDSA_SHA512 -> new SignMechanism.Ecdsa(Digest.SHA512);
            case RSA_SHA256 -> new SignMechanism.RsaPkcs(Digest.SHA256);
            case RSA_SHA384 -> new SignMechanism.RsaPkcs(Digest.SHA384);
            case RSA_SHA512 -> new SignMechanism.RsaPkcs(Digest.SHA512);
            case RSA_PSS_SHA256 -> new SignMechanism.RsaPss(Digest.SHA256, 32);
            case RSA_PSS_SHA384 -> new SignMechanism.RsaPss(Digest.SHA384, 48);
            case RSA_PSS_SHA512 -> new SignMechanism.RsaPss(Digest.SHA512, 64);
            case ED25519 -> new SignMechanism.EdDsa();
            case ML_DSA_44, ML_DSA_65, ML_DSA_87 -> new SignMechanism.MlDsa();
            case SLH_DSA_SHA2_128S, SLH_DSA_SHA2_128F, SLH_DSA_SHA2_192S, SLH_DSA_SHA2_256S ->
                new SignMechanism.SlhDsa();
        };
    }
}
