package cairn.hsm.library;

import cairn.hsm.token.KeySpec;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;

/** Checks signatures with the platform's own providers, which share no code with what is tested. */
final class Signatures {
    private Signatures() {}

    /** Every mechanism that a key of this kind may sign with. */
    static List<SignMechanism> mechanisms(KeySpec spec) {
        return switch (spec) {
            case KeySpec.Ec ec ->
                List.of(
                        new SignMechanism.Ecdsa(Digest.SHA256),
                        new SignMechanism.Ecdsa(Digest.SHA384),
                        new SignMechanism.Ecdsa(Digest.SHA512));
            case KeySpec.Rsa rsa ->
                List.of(
                        new SignMechanism.RsaPkcs(Digest.SHA256),
                        new SignMechanism.RsaPkcs(Digest.SHA384),
                        new SignMechanism.RsaPkcs(Digest.SHA512),
                        new SignMechanism.RsaPss(Digest.SHA256, 32),
                        new SignMechanism.RsaPss(Digest.SHA384, 48),
                        new SignMechanism.RsaPss(Digest.SHA512, 64));
            case KeySpec.Ed25519 ed -> List.of(new SignMechanism.EdDsa());
            case KeySpec.MlDsa mlDsa -> List.of(new SignMechanism.MlDsa());
            case KeySpec.SlhDsa slhDsa -> List.of(new SignMechanism.SlhDsa());
        };
    }

    static boolean verifies(byte[] info, SignMechanism how, byte[] message, byte[] signature)
            throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(name(how));
        if (how instanceof SignMechanism.RsaPss pss) {
            String digest = pss.digest().jcaName();
            verifier.setParameter(
                    new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), pss.saltLength(), 1));
        }
        verifier.initVerify(key(info, how));
        verifier.update(message);
        return verifier.verify(signature);
    }

    private static PublicKey key(byte[] info, SignMechanism how) throws GeneralSecurityException {
        String algorithm = switch (how) {
            case SignMechanism.Ecdsa ecdsa -> "EC";
            case SignMechanism.RsaPkcs pkcs -> "RSA";
            case SignMechanism.RsaPss pss -> "RSA";
            case SignMechanism.EdDsa edDsa -> "Ed25519";
            case SignMechanism.MlDsa mlDsa -> "ML-DSA";
            case SignMechanism.SlhDsa slhDsa -> throw new IllegalArgumentException("not in the platform");
        };
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(info));
    }

    private static String name(SignMechanism how) {
        return switch (how) {
            case SignMechanism.Ecdsa ecdsa -> compact(ecdsa.digest()) + "withECDSAinP1363Format";
            case SignMechanism.RsaPkcs pkcs -> compact(pkcs.digest()) + "withRSA";
            case SignMechanism.RsaPss pss -> "RSASSA-PSS";
            case SignMechanism.EdDsa edDsa -> "Ed25519";
            case SignMechanism.MlDsa mlDsa -> "ML-DSA";
            case SignMechanism.SlhDsa slhDsa -> throw new IllegalArgumentException("not in the platform");
        };
    }

    private static String compact(Digest digest) {
        return digest.jcaName().replace("-", "");
    }
}
