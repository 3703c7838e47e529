package cairn.hsm.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cairn.hsm.cryptoki.Constants.Ckm;
import cairn.hsm.cryptoki.Constants.Mgf;
import cairn.hsm.cryptoki.Mechanism;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What crosses the border: digests of the right length in the right wrapping. */
final class PreparedSignatureTest {
    private static final byte[] MESSAGE = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final List<KeySpec> KINDS = List.of(
            new KeySpec.Ec(Curve.P256),
            new KeySpec.Rsa(2048),
            new KeySpec.Ed25519(),
            new KeySpec.MlDsa(65),
            new KeySpec.SlhDsa("128s"));

    private static final List<SignMechanism> HOWS = List.of(
            new SignMechanism.Ecdsa(Digest.SHA256),
            new SignMechanism.RsaPkcs(Digest.SHA256),
            new SignMechanism.RsaPss(Digest.SHA256, 32),
            new SignMechanism.EdDsa(),
            new SignMechanism.MlDsa(),
            new SignMechanism.SlhDsa());

    private static byte[] digest(Digest digest) throws Exception {
        return MessageDigest.getInstance(digest.jcaName()).digest(MESSAGE);
    }

    @Test
    void ecdsaGetsTheDigest() throws Exception {
        for (Digest digest : Digest.values()) {
            PreparedSignature prepared =
                    PreparedSignature.of(new KeySpec.Ec(Curve.P521), new SignMechanism.Ecdsa(digest), MESSAGE);
            assertEquals(new Mechanism.Plain(Ckm.ECDSA), prepared.mechanism());
            assertArrayEquals(digest(digest), prepared.input());
        }
    }

    @Test
    void ecdsaGetsTheLeftmostOctetsOfADigestThatIsTooLong() throws Exception {
        PreparedSignature prepared =
                PreparedSignature.of(new KeySpec.Ec(Curve.P256), new SignMechanism.Ecdsa(Digest.SHA512), MESSAGE);
        assertArrayEquals(Arrays.copyOf(digest(Digest.SHA512), 32), prepared.input());
        PreparedSignature longer =
                PreparedSignature.of(new KeySpec.Ec(Curve.P384), new SignMechanism.Ecdsa(Digest.SHA512), MESSAGE);
        assertArrayEquals(Arrays.copyOf(digest(Digest.SHA512), 48), longer.input());
    }

    @Test
    void rsaGetsADigestInfo() throws Exception {
        // RFC 8017 section 9.2, note 1.
        String prefix = "3031300d060960864801650304020105000420";
        PreparedSignature prepared =
                PreparedSignature.of(new KeySpec.Rsa(2048), new SignMechanism.RsaPkcs(Digest.SHA256), MESSAGE);
        assertEquals(new Mechanism.Plain(Ckm.RSA_PKCS), prepared.mechanism());
        assertEquals(
                prefix + HexFormat.of().formatHex(digest(Digest.SHA256)),
                HexFormat.of().formatHex(prepared.input()));
    }

    @Test
    void pssSaysItsDigestTwice() throws Exception {
        PreparedSignature prepared =
                PreparedSignature.of(new KeySpec.Rsa(3072), new SignMechanism.RsaPss(Digest.SHA384, 48), MESSAGE);
        assertEquals(new Mechanism.RsaPss(Ckm.SHA384, Mgf.SHA384, 48), prepared.mechanism());
        assertArrayEquals(digest(Digest.SHA384), prepared.input());
        PreparedSignature other =
                PreparedSignature.of(new KeySpec.Rsa(3072), new SignMechanism.RsaPss(Digest.SHA512, 64), MESSAGE);
        assertEquals(new Mechanism.RsaPss(Ckm.SHA512, Mgf.SHA512, 64), other.mechanism());
    }

    @Test
    void pureSchemesGetTheMessage() throws Exception {
        assertArrayEquals(
                MESSAGE,
                PreparedSignature.of(new KeySpec.Ed25519(), new SignMechanism.EdDsa(), MESSAGE)
                        .input());
        PreparedSignature lattice = PreparedSignature.of(new KeySpec.MlDsa(44), new SignMechanism.MlDsa(), MESSAGE);
        assertArrayEquals(MESSAGE, lattice.input());
        assertEquals(new Mechanism.Plain(Ckm.ML_DSA), lattice.mechanism());
    }

    @Test
    void everyOtherPairIsRefused() {
        for (KeySpec kind : KINDS) {
            for (SignMechanism how : HOWS) {
                if (!fits(kind, how)) {
                    TokenException refused =
                            assertThrows(TokenException.class, () -> PreparedSignature.of(kind, how, MESSAGE));
                    assertEquals(Failure.BAD_REQUEST, refused.failure(), kind + " with " + how);
                }
            }
        }
    }

    private static boolean fits(KeySpec kind, SignMechanism how) {
        return switch (how) {
            case SignMechanism.Ecdsa ecdsa -> kind instanceof KeySpec.Ec;
            case SignMechanism.RsaPkcs pkcs -> kind instanceof KeySpec.Rsa;
            case SignMechanism.RsaPss pss -> kind instanceof KeySpec.Rsa;
            case SignMechanism.EdDsa ed -> kind instanceof KeySpec.Ed25519;
            case SignMechanism.MlDsa mlDsa -> kind instanceof KeySpec.MlDsa;
            case SignMechanism.SlhDsa slhDsa -> false;
        };
    }
}
