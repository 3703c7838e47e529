package cairn.hsm.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Signatures judged by the JDK and by Bouncy Castle, neither of which knows the binding. */
final class Verified {
    static final byte[] MESSAGE = "the message that is signed".getBytes(StandardCharsets.US_ASCII);

    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private Verified() {}

    /** The mechanism that Cairn uses for a kind of key. */
    static SignMechanism mechanism(KeySpec spec) {
        return switch (spec) {
            case KeySpec.Ec ec ->
                new SignMechanism.Ecdsa(
                        switch (ec.curve()) {
                            case P256 -> Digest.SHA256;
                            case P384 -> Digest.SHA384;
                            case P521 -> Digest.SHA512;
                        });
            case KeySpec.Ed25519 ed -> new SignMechanism.EdDsa();
            case KeySpec.Rsa rsa -> new SignMechanism.RsaPss(Digest.SHA256, 32);
            case KeySpec.MlDsa mlDsa -> new SignMechanism.MlDsa();
            case KeySpec.SlhDsa slhDsa -> new SignMechanism.SlhDsa();
        };
    }

    /** Signs with the usual mechanism and verifies with both judges. */
    static void sign(Token token, KeyRef key) throws TokenException, GeneralSecurityException {
        sign(token, key, mechanism(key.spec()));
    }

    static void sign(Token token, KeyRef key, SignMechanism mechanism) throws TokenException, GeneralSecurityException {
        byte[] signature = token.sign(key, mechanism, MESSAGE);
        verify(token.publicKey(key), mechanism, signature);
    }

    static void verify(byte[] publicKey, SignMechanism mechanism, byte[] signature) throws GeneralSecurityException {
        for (Provider judge : List.of(jdk(mechanism), BOUNCY_CASTLE)) {
            Signature verifier = Signature.getInstance(name(mechanism, judge), judge);
            if (mechanism instanceof SignMechanism.RsaPss pss) {
                String digest = pss.digest().jcaName();
                verifier.setParameter(
                        new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), pss.saltLength(), 1));
            }
            verifier.initVerify(KeyFactory.getInstance(keyAlgorithm(mechanism), judge)
                    .generatePublic(new X509EncodedKeySpec(publicKey)));
            verifier.update(MESSAGE);
            assertTrue(verifier.verify(signature), () -> judge.getName() + " refuses the signature by " + mechanism);
        }
    }

    private static Provider jdk(SignMechanism mechanism) {
        String name = switch (mechanism) {
            case SignMechanism.Ecdsa ecdsa -> "SunEC";
            case SignMechanism.EdDsa edDsa -> "SunEC";
            case SignMechanism.RsaPkcs pkcs -> "SunRsaSign";
            case SignMechanism.RsaPss pss -> "SunRsaSign";
            case SignMechanism.MlDsa mlDsa -> "SUN";
            case SignMechanism.SlhDsa slhDsa -> throw new IllegalArgumentException("the JDK has no SLH-DSA");
        };
        return Security.getProvider(name);
    }

    private static String keyAlgorithm(SignMechanism mechanism) {
        return switch (mechanism) {
            case SignMechanism.Ecdsa ecdsa -> "EC";
            case SignMechanism.EdDsa edDsa -> "Ed25519";
            case SignMechanism.RsaPkcs pkcs -> "RSA";
            case SignMechanism.RsaPss pss -> "RSA";
            case SignMechanism.MlDsa mlDsa -> "ML-DSA";
            case SignMechanism.SlhDsa slhDsa -> "SLH-DSA";
        };
    }

    private static String name(SignMechanism mechanism, Provider judge) {
        boolean jdk = !judge.getName().equals(BouncyCastleProvider.PROVIDER_NAME);
        return switch (mechanism) {
            case SignMechanism.Ecdsa ecdsa -> {
                String digest = ecdsa.digest().jcaName().replace("-", "");
                yield digest + (jdk ? "withECDSAinP1363Format" : "withPLAIN-ECDSA");
            }
            case SignMechanism.EdDsa edDsa -> "Ed25519";
            case SignMechanism.RsaPkcs pkcs -> pkcs.digest().jcaName().replace("-", "") + "withRSA";
            case SignMechanism.RsaPss pss -> "RSASSA-PSS";
            case SignMechanism.MlDsa mlDsa -> "ML-DSA";
            case SignMechanism.SlhDsa slhDsa -> "SLH-DSA";
        };
    }
}
