package cairn.hsm.keys;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.junit.jupiter.api.Test;

/** Signatures of the platform's providers are accepted; those that differ in an octet are not. */
final class SignatureProofTest {
    private static final byte[] MESSAGE = {1, 2, 3, 4};

    private static void check(KeyPair pair, SignMechanism how, Signature signer) throws Exception {
        signer.initSign(pair.getPrivate());
        signer.update(MESSAGE);
        byte[] signature = signer.sign();
        byte[] info = pair.getPublic().getEncoded();
        assertTrue(SignatureProof.verifies(info, how, MESSAGE, signature), how.toString());
        assertFalse(SignatureProof.verifies(info, how, new byte[] {1, 2, 3}, signature), how.toString());
        signature[signature.length / 2] ^= 1;
        assertFalse(SignatureProof.verifies(info, how, MESSAGE, signature), how.toString());
        assertFalse(SignatureProof.verifies(info, how, MESSAGE, new byte[0]), how.toString());
        assertFalse(SignatureProof.verifies(new byte[] {5}, how, MESSAGE, signature), how.toString());
    }

    @Test
    void ecdsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        check(pair, new SignMechanism.Ecdsa(Digest.SHA256), Signature.getInstance("SHA256withECDSAinP1363Format"));
        check(pair, new SignMechanism.Ecdsa(Digest.SHA512), Signature.getInstance("SHA512withECDSAinP1363Format"));
    }

    @Test
    void rsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        check(pair, new SignMechanism.RsaPkcs(Digest.SHA384), Signature.getInstance("SHA384withRSA"));
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1));
        check(pair, new SignMechanism.RsaPss(Digest.SHA512, 64), pss);
    }

    @Test
    void edwards() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        check(pair, new SignMechanism.EdDsa(), Signature.getInstance("Ed25519"));
    }

    @Test
    void lattices() throws Exception {
        for (String name : new String[] {"ML-DSA-44", "ML-DSA-65", "ML-DSA-87"}) {
            KeyPair pair = KeyPairGenerator.getInstance(name).generateKeyPair();
            check(pair, new SignMechanism.MlDsa(), Signature.getInstance("ML-DSA"));
        }
    }
}
