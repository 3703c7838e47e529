package cairn.ca.x509;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/**
 * Checks signatures with Bouncy Castle and with no provider of the platform: measured, the platform's own ECDSA check
 * costs four to six times as much.
 */
public final class SignatureCheck {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private static final Map<ASN1ObjectIdentifier, String> ECDSA_DIGESTS = Map.of(
            X9ObjectIdentifiers.ecdsa_with_SHA256, "SHA-256",
            X9ObjectIdentifiers.ecdsa_with_SHA384, "SHA-384",
            X9ObjectIdentifiers.ecdsa_with_SHA512, "SHA-512");

    private static final Set<KeyType> EC_TYPES = Set.of(KeyType.EC_P256, KeyType.EC_P384, KeyType.EC_P521);

    private static final int MAX_MODULUS_BITS = 16_384;
    private static final int MAX_EXPONENT_BITS = 256;

    private SignatureCheck() {}

    /** The provider, for readers of formats that need one; it is not registered with the platform. */
    public static Provider provider() {
        return PROVIDER;
    }

    /**
     * Whether {@code signature} is {@code key}'s signature over {@code content}. False too for a key or an algorithm
     * that cannot be used, since neither is a valid signature.
     */
    public static boolean verifies(
            SubjectPublicKey key, AlgorithmIdentifier algorithm, byte[] content, byte[] signature) {
        if (isUnreasonable(key)) {
            return false;
        }
        String digest = ECDSA_DIGESTS.get(algorithm.getAlgorithm());
        if (digest != null && key.type().filter(EC_TYPES::contains).isPresent()) {
            return verifiesEcdsa(key, digest, content, signature);
        }
        try {
            ContentVerifier verifier = new JcaContentVerifierProviderBuilder()
                    .setProvider(PROVIDER)
                    .build(key.info())
                    .get(algorithm);
            try (OutputStream out = verifier.getOutputStream()) {
                out.write(content);
            }
            return verifier.verify(signature);
        } catch (OperatorCreationException | IOException | RuntimeException e) {
            return false;
        }
    }

    /** By the library's own classes: its operators check every ECDSA signature twice. */
    private static boolean verifiesEcdsa(SubjectPublicKey key, String digest, byte[] content, byte[] signature) {
        try {
            ECPublicKeyParameters point = key.point();
            BigInteger[] pair =
                    StandardDSAEncoding.INSTANCE.decode(point.getParameters().getN(), signature);
            ECDSASigner verifier = new ECDSASigner();
            verifier.init(false, point);
            return verifier.verifySignature(MessageDigest.getInstance(digest).digest(content), pair[0], pair[1]);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + digest, e);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** An RSA key that was built to keep the computer busy: a signature by it counts as none. */
    private static boolean isUnreasonable(SubjectPublicKey key) {
        if (!key.info().getAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return false;
        }
        try {
            RSAPublicKey numbers = RSAPublicKey.getInstance(key.info().parsePublicKey());
            return numbers.getModulus().bitLength() > MAX_MODULUS_BITS
                    || numbers.getPublicExponent().bitLength() > MAX_EXPONENT_BITS;
        } catch (IOException | RuntimeException e) {
            return true;
        }
    }

    /** Whether {@code issuerKey} signed the certificate; a BIT STRING that does not end with an octet is no signature. */
    public static boolean verifies(SubjectPublicKey issuerKey, Certificate certificate) {
        boolean wholeOctets =
                certificate.holder().toASN1Structure().getSignature().getPadBits() == 0;
        return wholeOctets
                && verifies(
                        issuerKey,
                        certificate.holder().getSignatureAlgorithm(),
                        certificate.toBeSigned(),
                        certificate.signature());
    }
}
