package cairn.hsm.signer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The joined r and s of a token become the DER that everybody else verifies. */
final class EcdsaSignatureTest {
    @ParameterizedTest
    @CsvSource({"secp256r1, SHA256", "secp384r1, SHA384", "secp521r1, SHA512"})
    void theJavaPlatformVerifiesWhatItSignedInTheOtherForm(String curve, String digest) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        KeyPair pair = generator.generateKeyPair();
        for (int round = 0; round < 60; round++) {
            byte[] message = {(byte) round, 1, 2};
            Signature joined = Signature.getInstance(digest + "withECDSAinP1363Format");
            joined.initSign(pair.getPrivate());
            joined.update(message);
            byte[] der = EcdsaSignature.der(joined.sign());
            Signature usual = Signature.getInstance(digest + "withECDSA");
            usual.initVerify(pair.getPublic());
            usual.update(message);
            assertTrue(usual.verify(der), () -> HexFormat.of().formatHex(der));
        }
    }

    @Property
    void bothNumbersArePositiveWhateverTheirFirstBit(@ForAll @Size(min = 1, max = 66) byte[] half) throws Exception {
        byte[] joined = Arrays.copyOf(half, 2 * half.length);
        for (int i = 0; i < half.length; i++) {
            joined[half.length + i] = (byte) ~half[i];
        }
        ASN1Sequence read = ASN1Sequence.getInstance(EcdsaSignature.der(joined));
        assertEquals(2, read.size());
        BigInteger r = ASN1Integer.getInstance(read.getObjectAt(0)).getValue();
        BigInteger s = ASN1Integer.getInstance(read.getObjectAt(1)).getValue();
        BigInteger all = BigInteger.ONE.shiftLeft(8 * half.length).subtract(BigInteger.ONE);
        assertEquals(new BigInteger(1, half), r);
        assertEquals(all, r.add(s));
        assertArrayEquals(read.getEncoded("DER"), EcdsaSignature.der(joined));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 65, 131})
    void halvesOfUnequalLengthAreRefused(int length) {
        assertThrows(IllegalArgumentException.class, () -> EcdsaSignature.der(new byte[length]));
    }
}
