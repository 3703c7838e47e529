package cairn.hsm.softtoken;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.AsymmetricKey;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.crypto.params.SLHDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.SLHDSASigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of key signs, and somebody else's code verifies: the JDK's where it can, else Bouncy Castle's. */
class SoftwareTokenSigningTest {
    private static final byte[] MESSAGE = "to be signed".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private SoftwareToken token;

    @BeforeEach
    void create() throws TokenException {
        token = Tokens.create(folder.resolve("token"));
    }

    @ParameterizedTest
    @EnumSource(KeySpec.Curve.class)
    void ecdsa(KeySpec.Curve curve) throws Exception {
        KeyRef key = token.generateKeyPair(new KeySpec.Ec(curve), "ec");
        int half = switch (curve) {
            case P256 -> 32;
            case P384 -> 48;
            case P521 -> 66;
        };
        for (Digest digest : Digest.values()) {
            byte[] signature = token.sign(key, new SignMechanism.Ecdsa(digest), MESSAGE);
            assertEquals(2 * half, signature.length, "r and s, each as long as the order");
            verify("EC", digest.name() + "withECDSAinP1363Format", key, signature);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2048, 3072, 4096})
    void rsa(int bits) throws Exception {
        KeyRef key = token.generateKeyPair(new KeySpec.Rsa(bits), "rsa");
        for (Digest digest : Digest.values()) {
            byte[] pkcs1 = token.sign(key, new SignMechanism.RsaPkcs(digest), MESSAGE);
            assertEquals(bits / 8, pkcs1.length);
            verify("RSA", digest.name() + "withRSA", key, pkcs1);
            int salt = MessageDigest.getInstance(digest.jcaName()).getDigestLength();
            byte[] pss = token.sign(key, new SignMechanism.RsaPss(digest, salt), MESSAGE);
            Signature verifier = Signature.getInstance("RSASSA-PSS");
            verifier.setParameter(
                    new PSSParameterSpec(digest.jcaName(), "MGF1", new MGF1ParameterSpec(digest.jcaName()), salt, 1));
            verifier.initVerify(publicKey("RSA", key));
            verifier.update(MESSAGE);
            assertTrue(verifier.verify(pss));
        }
    }

    @Test
    void ed25519() throws Exception {
        KeyRef key = token.generateKeyPair(new KeySpec.Ed25519(), "ed");
        verify("Ed25519", "Ed25519", key, token.sign(key, new SignMechanism.EdDsa(), MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(ints = {44, 65, 87})
    void mlDsa(int set) throws Exception {
        KeyRef key = token.generateKeyPair(new KeySpec.MlDsa(set), "ml");
        byte[] signature = token.sign(key, new SignMechanism.MlDsa(), MESSAGE);
        verify("ML-DSA", "ML-DSA", key, signature);
        NamedParameterSpec named = assertInstanceOf(
                NamedParameterSpec.class,
                assertInstanceOf(AsymmetricKey.class, publicKey("ML-DSA", key)).getParams());
        assertEquals("ML-DSA-" + set, named.getName());
    }

    /** The small sets take a second and more for a key; one of them is enough. */
    @ParameterizedTest
    @ValueSource(strings = {"128f", "192f", "256f", "128s"})
    void slhDsa(String set) throws Exception {
        KeyRef key = token.generateKeyPair(new KeySpec.SlhDsa(set), "slh");
        byte[] signature = token.sign(key, new SignMechanism.SlhDsa(), MESSAGE);
        SLHDSASigner verifier = new SLHDSASigner();
        SLHDSAPublicKeyParameters publicKey =
                (SLHDSAPublicKeyParameters) PublicKeyFactory.createKey(token.publicKey(key));
        assertEquals("sha2-" + set, publicKey.getParameters().getName());
        verifier.init(false, publicKey);
        assertTrue(verifier.verifySignature(MESSAGE, signature));
        signature[signature.length / 2] ^= 1;
        assertFalse(verifier.verifySignature(MESSAGE, signature));
    }

    @Test
    void everyKindIsThereAgainAfterOpening() throws Exception {
        List<KeyRef> made = new ArrayList<>();
        List<byte[]> publicKeys = new ArrayList<>();
        for (KeySpec spec : token.offers()) {
            if (!(spec instanceof KeySpec.Rsa) && !(spec instanceof KeySpec.SlhDsa(String set) && set.endsWith("s"))) {
                KeyRef key = token.generateKeyPair(spec, spec.toString());
                made.add(key);
                publicKeys.add(token.publicKey(key));
            }
        }
        try (SoftwareToken again = Tokens.open(folder.resolve("token"))) {
            assertEquals(made, again.keys());
            for (int i = 0; i < made.size(); i++) {
                assertArrayEquals(publicKeys.get(i), again.publicKey(made.get(i)));
            }
            KeyRef ml = made.stream()
                    .filter(k -> k.spec().equals(new KeySpec.MlDsa(65)))
                    .findFirst()
                    .orElseThrow();
            verify("ML-DSA", "ML-DSA", ml, again.sign(ml, new SignMechanism.MlDsa(), MESSAGE));
        }
    }

    @Test
    void ecdsaDoesNotDependOnTheRandomSource() throws Exception {
        KeyRef key = token.generateKeyPair(new KeySpec.Ec(KeySpec.Curve.P256), "ec");
        SignMechanism mechanism = new SignMechanism.Ecdsa(Digest.SHA256);
        assertArrayEquals(token.sign(key, mechanism, MESSAGE), token.sign(key, mechanism, MESSAGE));
    }

    @Test
    void aMechanismThatDoesNotSuitTheKeyIsRejected() throws Exception {
        KeyRef key = token.generateKeyPair(new KeySpec.Ec(KeySpec.Curve.P256), "ec");
        for (SignMechanism wrong : List.of(
                new SignMechanism.EdDsa(),
                new SignMechanism.RsaPkcs(Digest.SHA256),
                new SignMechanism.RsaPss(Digest.SHA256, 32),
                new SignMechanism.MlDsa(),
                new SignMechanism.SlhDsa())) {
            TokenException refused = assertThrows(TokenException.class, () -> token.sign(key, wrong, MESSAGE));
            assertEquals(Failure.REJECTED, refused.failure());
            assertEquals(0x63, refused.returnValue(), "CKR_KEY_TYPE_INCONSISTENT");
        }
    }

    @Test
    void aSaltTooLongForTheModulusIsRejected() throws Exception {
        KeyRef key = token.generateKeyPair(new KeySpec.Rsa(2048), "rsa");
        TokenException refused = assertThrows(
                TokenException.class, () -> token.sign(key, new SignMechanism.RsaPss(Digest.SHA512, 300), MESSAGE));
        assertEquals(Failure.REJECTED, refused.failure());
    }

    @Test
    void severalThreadsSignWithOneKey() throws Exception {
        KeyRef key = token.generateKeyPair(new KeySpec.Ec(KeySpec.Curve.P384), "ec");
        byte[] expected = token.sign(key, new SignMechanism.Ecdsa(Digest.SHA384), MESSAGE);
        Callable<byte[]> signing = () -> token.sign(key, new SignMechanism.Ecdsa(Digest.SHA384), MESSAGE);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<byte[]>> signatures = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                signatures.add(threads.submit(signing));
            }
            for (Future<byte[]> signature : signatures) {
                assertArrayEquals(expected, signature.get());
            }
        }
    }

    private void verify(String keyAlgorithm, String algorithm, KeyRef key, byte[] signature) throws Exception {
        Signature verifier = Signature.getInstance(algorithm);
        PublicKey publicKey = publicKey(keyAlgorithm, key);
        verifier.initVerify(publicKey);
        verifier.update(MESSAGE);
        assertTrue(verifier.verify(signature), algorithm);
        verifier.initVerify(publicKey);
        verifier.update(MESSAGE);
        verifier.update((byte) 0);
        assertFalse(verifier.verify(signature), algorithm + " over another message");
    }

    private PublicKey publicKey(String algorithm, KeyRef key) throws Exception {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(token.publicKey(key)));
    }
}
