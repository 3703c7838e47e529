package cairn.ca.profile;

import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SubjectPublicKey;
import java.io.IOException;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** How many octets a signature has at most. */
final class SignatureSize {
    private static final int RSA_UNKNOWN = 512;

    private SignatureSize() {}

    /** The most octets of a signature by {@code key}; an unknown key counts as the largest that Cairn has. */
    static int atMost(SignatureAlgorithm algorithm, SubjectPublicKey key) {
        return switch (algorithm.family()) {
            case RSA -> modulusOctets(key);
            case EC -> ecdsa(key);
            case EDWARDS -> 64;
            case ML_DSA, SLH_DSA -> fixed(algorithm);
        };
    }

    /** FIPS 204 table 2 and FIPS 205 table 2. */
    private static int fixed(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ML_DSA_44 -> 2420;
            case ML_DSA_65 -> 3309;
            case ML_DSA_87 -> 4627;
            case SLH_DSA_SHA2_128S -> 7856;
            case SLH_DSA_SHA2_128F -> 17_088;
            case SLH_DSA_SHA2_192S -> 16_224;
            case SLH_DSA_SHA2_256S -> 29_792;
            case ECDSA_SHA256,
                    ECDSA_SHA384,
                    ECDSA_SHA512,
                    RSA_SHA256,
                    RSA_SHA384,
                    RSA_SHA512,
                    RSA_PSS_SHA256,
                    RSA_PSS_SHA384,
                    RSA_PSS_SHA512,
                    ED25519 -> throw new IllegalArgumentException("depends on the key: " + algorithm);
        };
    }

    /** SEQUENCE of two INTEGERs, each with a leading zero octet at worst (RFC 3279 section 2.2.3). */
    private static int ecdsa(SubjectPublicKey key) {
        Object curve = key.info().getAlgorithm().getParameters();
        if (X9ObjectIdentifiers.prime256v1.equals(curve)) {
            return 72;
        }
        return SECObjectIdentifiers.secp384r1.equals(curve) ? 104 : 139;
    }

    private static int modulusOctets(SubjectPublicKey key) {
        try {
            int bits = RSAPublicKey.getInstance(key.info().parsePublicKey())
                    .getModulus()
                    .bitLength();
            return (bits + 7) / 8;
        } catch (IOException | RuntimeException e) {
            return RSA_UNKNOWN;
        }
    }
}
