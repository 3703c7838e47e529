package cairn.ca.x509;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ECDSA signatures made by the platform, checked by the engine: with every curve and digest, and damaged. */
final class SignatureCheckTest {
    private static final byte[] CONTENT = "what was signed".getBytes(StandardCharsets.US_ASCII);

    private record Signed(SubjectPublicKey key, AlgorithmIdentifier algorithm, Octets signature) {
        boolean verifies(byte[] content) {
            return SignatureCheck.verifies(key, algorithm, content, signature.toArray());
        }

        Signed with(byte[] other) {
            return new Signed(key, algorithm, Octets.of(other));
        }
    }

    private static Signed sign(String curve, String name, SignatureAlgorithm algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        KeyPair pair = generator.generateKeyPair();
        Signature signature = Signature.getInstance(name);
        signature.initSign(pair.getPrivate());
        signature.update(CONTENT);
        return new Signed(
                SubjectPublicKey.ofDer(pair.getPublic().getEncoded()),
                algorithm.identifier(),
                Octets.of(signature.sign()));
    }

    private static Signed p256() throws Exception {
        return sign("secp256r1", "SHA256withECDSA", SignatureAlgorithm.ECDSA_SHA256);
    }

    @ParameterizedTest
    @CsvSource({
        "secp256r1, SHA256withECDSA, ECDSA_SHA256",
        "secp256r1, SHA512withECDSA, ECDSA_SHA512",
        "secp384r1, SHA384withECDSA, ECDSA_SHA384",
        "secp384r1, SHA256withECDSA, ECDSA_SHA256",
        "secp521r1, SHA512withECDSA, ECDSA_SHA512"
    })
    void acceptsWhatThePlatformSignedAgainAndAgain(String curve, String name, SignatureAlgorithm algorithm)
            throws Exception {
        Signed signed = sign(curve, name, algorithm);
        for (int i = 0; i < 10; i++) {
            assertTrue(signed.verifies(CONTENT));
            assertFalse(signed.verifies("what was not signed".getBytes(StandardCharsets.US_ASCII)));
        }
    }

    @Test
    void refusesAnotherKey() throws Exception {
        Signed signed = p256();
        assertFalse(new Signed(p256().key(), signed.algorithm(), signed.signature()).verifies(CONTENT));
    }

    @Test
    void refusesAnotherDigestThanTheOneNamed() throws Exception {
        Signed signed = p256();
        assertFalse(new Signed(signed.key(), SignatureAlgorithm.ECDSA_SHA384.identifier(), signed.signature())
                .verifies(CONTENT));
    }

    @Test
    void refusesEveryDamagedOctet() throws Exception {
        Signed signed = p256();
        for (int i = 0; i < signed.signature().toArray().length; i++) {
            byte[] damaged = signed.signature().toArray();
            damaged[i] ^= 1;
            assertFalse(signed.with(damaged).verifies(CONTENT), "octet " + i);
        }
    }

    @Test
    void refusesWhatIsNoPairOfNumbers() throws Exception {
        Signed signed = p256();
        byte[] longer =
                Arrays.copyOf(signed.signature().toArray(), signed.signature().toArray().length + 1);
        byte[] zeros = new DERSequence(new ASN1Integer[] {new ASN1Integer(0), new ASN1Integer(0)}).getEncoded();
        byte[] one = new DERSequence(new ASN1Integer(1)).getEncoded();
        for (byte[] other : new byte[][] {new byte[0], {0x30}, longer, zeros, one}) {
            assertFalse(signed.with(other).verifies(CONTENT));
        }
    }

    @Test
    void refusesAPointThatIsNotOnTheCurve() throws Exception {
        Signed signed = p256();
        byte[] key = signed.key().encoded();
        key[key.length - 1] ^= 1;
        assertFalse(new Signed(SubjectPublicKey.ofDer(key), signed.algorithm(), signed.signature()).verifies(CONTENT));
    }

    @Test
    void checksADigestThatNoAuthorityUsesAsBefore() throws Exception {
        Signed signed = sign("secp256r1", "SHA224withECDSA", SignatureAlgorithm.ECDSA_SHA256);
        AlgorithmIdentifier sha224 = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA224);
        assertTrue(new Signed(signed.key(), sha224, signed.signature()).verifies(CONTENT));
        assertFalse(signed.verifies(CONTENT));
    }
}
