package cairn.ca.issuance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.engine.TestKeys;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SignatureCheck;
import cairn.testkit.SeededRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signatures of the right form that nobody trusts. */
final class ThrowAwaySignerTest {
    private static final ThrowAwaySigner SIGNER = new ThrowAwaySigner(SeededRandom.of(61));
    private static final byte[] CONTENT = {1, 2, 3};

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_NONE,
            names = {"RSA_4096", "RSA_3072", "SLH_DSA_.*S"})
    void signsWithEveryTypeOfKey(KeyType type) {
        assertTrue(SIGNER.sign(type, SignatureAlgorithm.defaultFor(type), CONTENT).length > 32);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"RSA_.*", "ECDSA_.*"})
    void signsByEveryAlgorithmOfAFamily(SignatureAlgorithm algorithm) {
        KeyType type = algorithm.family() == KeyType.Family.RSA ? KeyType.RSA_2048 : KeyType.EC_P256;
        assertTrue(SIGNER.sign(type, algorithm, CONTENT).length > 32);
    }

    @Test
    void itsSignatureIsNotThatOfARealKey() {
        byte[] signature = SIGNER.sign(KeyType.EC_P256, SignatureAlgorithm.ECDSA_SHA256, CONTENT);
        assertFalse(SignatureCheck.verifies(
                TestKeys.fresh(KeyType.EC_P256, SeededRandom.of(62)),
                SignatureAlgorithm.ECDSA_SHA256.identifier(),
                CONTENT,
                signature));
    }

    @Test
    void intentsGetRandomUuidsOfVersionFour() {
        IntentIds ids = new IntentIds(SeededRandom.of(63));
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            var id = ids.next();
            assertTrue(seen.add(id));
            assertTrue(id.value().version() == 4 && id.value().variant() == 2);
        }
        assertNotEquals(new IntentIds(SeededRandom.of(64)).next(), new IntentIds(SeededRandom.of(65)).next());
    }
}
