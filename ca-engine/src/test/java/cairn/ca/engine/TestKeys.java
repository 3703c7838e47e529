package cairn.ca.engine;

import cairn.ca.x509.KeyType;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SubjectPublicKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.DefaultSignatureNameFinder;

/** Key pairs for tests. */
public final class TestKeys {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private TestKeys() {}

    /** A new pair. */
    public static KeyPair generate(KeyType type, SecureRandom random) {
        try {
            KeyPairGenerator generator = switch (type) {
                case EC_P256 -> sized("EC", 256, random);
                case EC_P384 -> sized("EC", 384, random);
                case EC_P521 -> sized("EC", 521, random);
                case RSA_2048 -> sized("RSA", 2048, random);
                case RSA_3072 -> sized("RSA", 3072, random);
                case RSA_4096 -> sized("RSA", 4096, random);
                case ED25519,
                        ML_DSA_44,
                        ML_DSA_65,
                        ML_DSA_87,
                        SLH_DSA_SHA2_128S,
                        SLH_DSA_SHA2_128F,
                        SLH_DSA_SHA2_192S,
                        SLH_DSA_SHA2_256S ->
                    KeyPairGenerator.getInstance(type.word().toUpperCase(java.util.Locale.ROOT), PROVIDER);
            };
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public half. */
    public static SubjectPublicKey publicKey(KeyPair pair) {
        try {
            return SubjectPublicKey.ofDer(pair.getPublic().getEncoded());
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public half of a new pair. */
    public static SubjectPublicKey fresh(KeyType type, SecureRandom random) {
        return publicKey(generate(type, random));
    }

    /** A signature. */
    public static byte[] sign(PrivateKey key, SignatureAlgorithm algorithm, byte[] content, SecureRandom random) {
        try {
            String name = new DefaultSignatureNameFinder().getAlgorithmName(algorithm.identifier());
            Signature signature = Signature.getInstance(name, PROVIDER);
            signature.initSign(key, random);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPairGenerator sized(String algorithm, int bits, SecureRandom random)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, PROVIDER);
        generator.initialize(bits, random);
        return generator;
    }
}
