package cairn.hsm.keys;

import cairn.hsm.cryptoki.Constants.Ckm;
import cairn.hsm.cryptoki.Constants.Mgf;
import cairn.hsm.cryptoki.Mechanism;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;

/**
 * What goes over the border for a signature. ECDSA and RSA are digested here: that works on every token that has the
 * family, while the mechanisms that digest in the token are missing on many, and a message may be large.
 */
public final class PreparedSignature {
    private final Mechanism mechanism;
    private final byte[] input;

    private PreparedSignature(Mechanism mechanism, byte[] input) {
        this.mechanism = mechanism;
        this.input = input;
    }

    /** For C_SignInit. */
    public Mechanism mechanism() {
        return mechanism;
    }

    /** For C_Sign; not to be changed. */
    public byte[] input() {
        return input;
    }

    /**
     * Prepares a message.
     *
     * @throws TokenException BAD_REQUEST if the mechanism is not one for this kind of key
     */
    public static PreparedSignature of(KeySpec spec, SignMechanism how, byte[] message) throws TokenException {
        if (spec instanceof KeySpec.Ec ec && how instanceof SignMechanism.Ecdsa ecdsa) {
            // FIPS 186-5 section 6.4.1: the leftmost bits of a digest that is longer than the order.
            byte[] digest = digest(ecdsa.digest(), message);
            int order = Curves.octets(ec.curve());
            byte[] input = digest.length > order ? Arrays.copyOf(digest, order) : digest;
            return plain(Ckm.ECDSA, input);
        }
        if (spec instanceof KeySpec.Rsa && how instanceof SignMechanism.RsaPkcs pkcs) {
            return plain(Ckm.RSA_PKCS, digestInfo(pkcs.digest(), message));
        }
        if (spec instanceof KeySpec.Rsa && how instanceof SignMechanism.RsaPss pss) {
            return new PreparedSignature(
                    new Mechanism.RsaPss(hash(pss.digest()), mgf(pss.digest()), pss.saltLength()),
                    digest(pss.digest(), message));
        }
        if (spec instanceof KeySpec.Ed25519 && how instanceof SignMechanism.EdDsa) {
            return plain(Ckm.EDDSA, message);
        }
        if (spec instanceof KeySpec.MlDsa && how instanceof SignMechanism.MlDsa) {
            return plain(Ckm.ML_DSA, message);
        }
        throw new TokenException(Failure.BAD_REQUEST, "a key of kind " + spec + " cannot sign with " + how);
    }

    private static PreparedSignature plain(long type, byte[] input) {
        return new PreparedSignature(new Mechanism.Plain(type), input);
    }

    private static byte[] digest(Digest digest, byte[] message) {
        try {
            return MessageDigest.getInstance(digest.jcaName()).digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + digest.jcaName(), e);
        }
    }

    private static byte[] digestInfo(Digest digest, byte[] message) {
        try {
            return new DigestInfo(new AlgorithmIdentifier(oid(digest), DERNull.INSTANCE), digest(digest, message))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a digest can be encoded", e);
        }
    }

    private static ASN1ObjectIdentifier oid(Digest digest) {
        return switch (digest) {
            case SHA256 -> NISTObjectIdentifiers.id_sha256;
            case SHA384 -> NISTObjectIdentifiers.id_sha384;
            case SHA512 -> NISTObjectIdentifiers.id_sha512;
        };
    }

    private static long hash(Digest digest) {
        return switch (digest) {
            case SHA256 -> Ckm.SHA256;
            case SHA384 -> Ckm.SHA384;
            case SHA512 -> Ckm.SHA512;
        };
    }

    private static long mgf(Digest digest) {
        return switch (digest) {
            case SHA256 -> Mgf.SHA256;
            case SHA384 -> Mgf.SHA384;
            case SHA512 -> Mgf.SHA512;
        };
    }
}
