package cairn.ca.issuance;

import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SubjectPublicKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jcajce.spec.MLDSAParameterSpec;
import org.bouncycastle.jcajce.spec.SLHDSAParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Signs what is to be linted with a key that nobody trusts, so that linting sees the finished form before the real key
 * does. One key for each type of key, made at first use and gone with the process. Safe for use by several threads.
 */
public final class ThrowAwaySigner {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final SecureRandom random;
    private final Map<KeyType, KeyPair> keys = new ConcurrentHashMap<>();

    /** Takes keys and nonces from {@code random}. */
    public ThrowAwaySigner(SecureRandom random) {
        this.random = random;
    }

    /** A signature of the same form as the real one would have. */
    public byte[] sign(KeyType type, SignatureAlgorithm algorithm, byte[] content) {
        try {
            Signature signature = Signature.getInstance(jcaName(algorithm), PROVIDER);
            signature.initSign(key(type).getPrivate(), random);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no throw-away signature by " + algorithm + " with " + type, e);
        }
    }

    /** The public half of the key of this type: for trying something out before a real key exists. */
    SubjectPublicKey publicKey(KeyType type) {
        return SubjectPublicKey.of(
                SubjectPublicKeyInfo.getInstance(key(type).getPublic().getEncoded()));
    }

    private KeyPair key(KeyType type) {
        return keys.computeIfAbsent(type, this::generate);
    }

    private KeyPair generate(KeyType type) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(generatorName(type.family()), PROVIDER);
            generator.initialize(parameters(type), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no throw-away key of type " + type, e);
        }
    }

    private static String generatorName(KeyType.Family family) {
        return switch (family) {
            case EC -> "EC";
            case RSA -> "RSA";
            case EDWARDS -> "Ed25519";
            case ML_DSA -> "ML-DSA";
            case SLH_DSA -> "SLH-DSA";
        };
    }

    private static AlgorithmParameterSpec parameters(KeyType type) {
        return switch (type) {
            case EC_P256 -> new ECGenParameterSpec("secp256r1");
            case EC_P384 -> new ECGenParameterSpec("secp384r1");
            case EC_P521 -> new ECGenParameterSpec("secp521r1");
            case RSA_2048 -> new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4);
            case RSA_3072 -> new RSAKeyGenParameterSpec(3072, RSAKeyGenParameterSpec.F4);
            case RSA_4096 -> new RSAKeyGenParameterSpec(4096, RSAKeyGenParameterSpec.F4);
            case ED25519 -> new ECGenParameterSpec("Ed25519");
            case ML_DSA_44 -> MLDSAParameterSpec.ml_dsa_44;
            case ML_DSA_65 -> MLDSAParameterSpec.ml_dsa_65;
            case ML_DSA_87 -> MLDSAParameterSpec.ml_dsa_87;
            case SLH_DSA_SHA2_128S -> SLHDSAParameterSpec.slh_dsa_sha2_128s;
            case SLH_DSA_SHA2_128F -> SLHDSAParameterSpec.slh_dsa_sha2_128f;
            case SLH_DSA_SHA2_192S -> SLHDSAParameterSpec.slh_dsa_sha2_192s;
            case SLH_DSA_SHA2_256S -> SLHDSAParameterSpec.slh_dsa_sha2_256s;
        };
    }

    private static String jcaName(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ECDSA_SHA256 -> "SHA256withECDSA";
            case ECDSA_SHA384 -> "SHA384withECDSA";
            case ECDSA_SHA512 -> "SHA512withECDSA";
            case RSA_SHA256 -> "SHA256withRSA";
            case RSA_SHA384 -> "SHA384withRSA";
            case RSA_SHA512 -> "SHA512withRSA";
            case RSA_PSS_SHA256 -> "SHA256withRSAandMGF1";
            case RSA_PSS_SHA384 -> "SHA384withRSAandMGF1";
            case RSA_PSS_SHA512 -> "SHA512withRSAandMGF1";
            case ED25519 -> "Ed25519";
            case ML_DSA_44 -> "ML-DSA-44";
            case ML_DSA_65 -> "ML-DSA-65";
            case ML_DSA_87 -> "ML-DSA-87";
            case SLH_DSA_SHA2_128S -> "SLH-DSA-SHA2-128S";
            case SLH_DSA_SHA2_128F -> "SLH-DSA-SHA2-128F";
            case SLH_DSA_SHA2_192S -> "SLH-DSA-SHA2-192S";
            case SLH_DSA_SHA2_256S -> "SLH-DSA-SHA2-256S";
        };
    }
}
