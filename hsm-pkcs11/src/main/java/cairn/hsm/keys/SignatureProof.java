package cairn.hsm.keys;

import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Checks a signature in the form in which PKCS#11 gives it, with the public key that was recorded. */
public final class SignatureProof {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private SignatureProof() {}

    /** Whether {@code signature} is over {@code message} by the key {@code info} (DER SubjectPublicKeyInfo). */
    public static boolean verifies(byte[] info, SignMechanism how, byte[] message, byte[] signature) {
        try {
            PublicKey key = BouncyCastleProvider.getPublicKey(SubjectPublicKeyInfo.getInstance(info));
            Signature verifier = Signature.getInstance(name(how), PROVIDER);
            if (how instanceof SignMechanism.RsaPss pss) {
                String digest = pss.digest().jcaName();
                verifier.setParameter(
                        new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), pss.saltLength(), 1));
            }
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            // A key or signature that cannot even be read proves nothing, which is what is asked.
            return false;
        }
    }

    private static String name(SignMechanism how) {
        return switch (how) {
            case SignMechanism.Ecdsa ecdsa -> compact(ecdsa.digest()) + "withPLAIN-ECDSA";
            case SignMechanism.RsaPkcs pkcs -> compact(pkcs.digest()) + "withRSA";
            case SignMechanism.RsaPss pss -> compact(pss.digest()) + "withRSAandMGF1";
            case SignMechanism.EdDsa edDsa -> "Ed25519";
            case SignMechanism.MlDsa mlDsa -> "ML-DSA";
            case SignMechanism.SlhDsa slhDsa -> "SLH-DSA";
        };
    }

    private static String compact(Digest digest) {
        return digest.jcaName().replace("-", "");
    }
}
