package cairn.hsm.softtoken;

import cairn.hsm.token.KeySpec;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.encodings.PKCS1Encoding;
import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.crypto.signers.SLHDSASigner;
import org.bouncycastle.util.BigIntegers;

/** Signs with the lightweight Bouncy Castle API. Digests come from the JDK, whose SHA-2 uses the processor's. */
final class Signatures {
    private static final long CKR_KEY_TYPE_INCONSISTENT = 0x63;
    private static final long CKR_FUNCTION_FAILED = 0x06;

    private final SecureRandom random;

    Signatures(SecureRandom random) {
        this.random = random;
    }

    byte[] sign(StoredKey key, SignMechanism mechanism, byte[] message) throws TokenException {
        KeySpec spec = key.reference().spec();
        boolean suits = switch (mechanism) {
            case SignMechanism.Ecdsa ignored -> spec instanceof KeySpec.Ec;
            case SignMechanism.RsaPkcs ignored -> spec instanceof KeySpec.Rsa;
            case SignMechanism.RsaPss ignored -> spec instanceof KeySpec.Rsa;
            case SignMechanism.EdDsa ignored -> spec instanceof KeySpec.Ed25519;
            case SignMechanism.MlDsa ignored -> spec instanceof KeySpec.MlDsa;
            case SignMechanism.SlhDsa ignored -> spec instanceof KeySpec.SlhDsa;
        };
        if (!suits) {
            throw new TokenException(
                    Failure.REJECTED,
                    "C_SignInit",
                    CKR_KEY_TYPE_INCONSISTENT,
                    "a key of kind " + KeyKind.name(spec) + " cannot sign by " + mechanism,
                    null);
        }
        try {
            return sign(key.privateKey(), mechanism, message);
        } catch (CryptoException | IOException | RuntimeException e) {
            // Bouncy Castle reports an impossible salt length or a faulty RSA result by unchecked exceptions.
            throw new TokenException(
                    Failure.REJECTED, "C_Sign", CKR_FUNCTION_FAILED, "signing failed: " + e.getMessage(), e);
        }
    }

    private byte[] sign(AsymmetricKeyParameter key, SignMechanism mechanism, byte[] message)
            throws CryptoException, IOException {
        return switch (mechanism) {
            case SignMechanism.Ecdsa(Digest digest) -> ecdsa((ECPrivateKeyParameters) key, digest, message);
            case SignMechanism.RsaPkcs(Digest digest) -> {
                PKCS1Encoding rsa = new PKCS1Encoding(new RSABlindedEngine());
                rsa.init(true, new ParametersWithRandom(key, random));
                byte[] info = digestInfo(digest, message);
                yield rsa.processBlock(info, 0, info.length);
            }
            case SignMechanism.RsaPss(Digest digest, int saltLength) ->
                run(
                        PSSSigner.createRawSigner(
                                new RSABlindedEngine(),
                                lightweight(digest),
                                lightweight(digest),
                                saltLength,
                                PSSSigner.TRAILER_IMPLICIT),
                        new ParametersWithRandom(key, random),
                        hash(digest, message));
            case SignMechanism.EdDsa() -> {
                Ed25519Signer signer = new Ed25519Signer();
                signer.init(true, key);
                signer.update(message, 0, message.length);
                yield signer.generateSignature();
            }
            case SignMechanism.MlDsa() -> run(new MLDSASigner(), new ParametersWithRandom(key, random), message);
            case SignMechanism.SlhDsa() -> {
                SLHDSASigner signer = new SLHDSASigner();
                signer.init(true, new ParametersWithRandom(key, random));
                yield signer.generateSignature(message);
            }
        };
    }

    private static byte[] run(Signer signer, ParametersWithRandom key, byte[] content) throws CryptoException {
        signer.init(true, key);
        signer.update(content, 0, content.length);
        return signer.generateSignature();
    }

    /** The nonce is RFC 6979's, so that a bad random source cannot give the key away. */
    private static byte[] ecdsa(ECPrivateKeyParameters key, Digest digest, byte[] message) {
        ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(lightweight(digest)));
        signer.init(true, key);
        BigInteger[] pair = signer.generateSignature(hash(digest, message));
        int half = BigIntegers.getUnsignedByteLength(key.getParameters().getN());
        byte[] joined = new byte[2 * half];
        BigIntegers.asUnsignedByteArray(pair[0], joined, 0, half);
        BigIntegers.asUnsignedByteArray(pair[1], joined, half, half);
        return joined;
    }

    /** RFC 8017 section 9.2. */
    private static byte[] digestInfo(Digest digest, byte[] message) throws IOException {
        ASN1ObjectIdentifier oid = switch (digest) {
            case SHA256 -> NISTObjectIdentifiers.id_sha256;
            case SHA384 -> NISTObjectIdentifiers.id_sha384;
            case SHA512 -> NISTObjectIdentifiers.id_sha512;
        };
        return new DigestInfo(new AlgorithmIdentifier(oid, DERNull.INSTANCE), hash(digest, message)).getEncoded("DER");
    }

    private static org.bouncycastle.crypto.Digest lightweight(Digest digest) {
        return switch (digest) {
            case SHA256 -> SHA256Digest.newInstance();
            case SHA384 -> new SHA384Digest();
            case SHA512 -> new SHA512Digest();
        };
    }

    private static byte[] hash(Digest digest, byte[] message) {
        try {
            return MessageDigest.getInstance(digest.jcaName()).digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + digest.jcaName(), e);
        }
    }
}
