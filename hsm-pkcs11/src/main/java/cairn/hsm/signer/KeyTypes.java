package cairn.hsm.signer;

import cairn.ca.x509.KeyType;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import java.util.Arrays;
import java.util.Optional;

/** The engine's words for kinds of key, and the tokens'. */
final class KeyTypes {
    private KeyTypes() {}

    static KeySpec spec(KeyType type) {
        return switch (type) {
            case EC_P256 -> new KeySpec.Ec(Curve.P256);
            case EC_P384 -> new KeySpec.Ec(Curve.P384);
            case EC_P521 -> new KeySpec.Ec(Curve.P521);
            case RSA_2048 -> new KeySpec.Rsa(2048);
            case RSA_3072 -> new KeySpec.Rsa(3072);
            case RSA_4096 -> new KeySpec.Rsa(4096);
            case ED25519 -> new KeySpec.Ed25519();
            case ML_DSA_44 -> new KeySpec.MlDsa(44);
            case ML_DSA_65 -> new KeySpec.MlDsa(65);
            case ML_DSA_87 -> new KeySpec.MlDsa(87);
            case SLH_DSA_SHA2_128S -> new KeySpec.SlhDsa("128s");
            case SLH_DSA_SHA2_128F -> new KeySpec.SlhDsa("128f");
            case SLH_DSA_SHA2_192S -> new KeySpec.SlhDsa("192s");
            case SLH_DSA_SHA2_256S -> new KeySpec.SlhDsa("256s");
        };
    }

    /** The engine's type; empty for a kind that the engine does not use. */
    static Optional<KeyType> type(KeySpec spec) {
        return Arrays.stream(KeyType.values())
                .filter(type -> spec(type).equals(spec))
                .findFirst();
    }
}
