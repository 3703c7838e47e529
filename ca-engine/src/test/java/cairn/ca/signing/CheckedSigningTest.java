package cairn.ca.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.engine.MemoryToken;
import cairn.ca.engine.MemoryToken.Fault;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SignatureCheck;
import cairn.testkit.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a token does becomes one of four outcomes. */
final class CheckedSigningTest {
    private static final byte[] CONTENT = {7, 7, 7};

    private final MemoryToken token = new MemoryToken(SeededRandom.of(71));

    @ParameterizedTest
    @EnumSource(names = {"EC_P256", "EC_P384", "RSA_2048", "ED25519", "ML_DSA_44"})
    void aGoodSignatureOfEachTypeIsHandedOn(KeyType type) throws Exception {
        SigningKey key = token.generate(type, "key");
        SignatureAlgorithm algorithm = SignatureAlgorithm.defaultFor(type);
        SignatureOutcome outcome = CheckedSigning.sign(key, key.publicKey(), algorithm, CONTENT);
        byte[] signature = assertInstanceOf(SignatureOutcome.Signed.class, outcome)
                .signature()
                .toArray();
        assertTrue(SignatureCheck.verifies(key.publicKey(), algorithm.identifier(), CONTENT, signature));
    }

    @Test
    void everyFailureIsAnOutcome() throws Exception {
        SigningKey key = token.generate(KeyType.EC_P256, "key");
        for (Fault fault : Fault.values()) {
            token.fail(fault);
            Class<?> expected = switch (fault) {
                case NONE -> SignatureOutcome.Signed.class;
                case REJECTED, BUSY, KEY_MISSING, LOGIN_REQUIRED, TOKEN_ABSENT -> SignatureOutcome.NotSigned.class;
                case LOST_BEFORE, LOST_AFTER, CRASH -> SignatureOutcome.Unknown.class;
                case OTHER_CONTENT, GARBAGE -> SignatureOutcome.Wrong.class;
            };
            assertEquals(
                    expected,
                    CheckedSigning.sign(key, key.publicKey(), SignatureAlgorithm.ECDSA_SHA256, CONTENT)
                            .getClass(),
                    fault.name());
        }
    }

    @Test
    void theSignatureOfAnotherKeyIsWrong() throws Exception {
        SigningKey key = token.generate(KeyType.EC_P256, "key");
        SigningKey other = token.generate(KeyType.EC_P256, "other");
        assertInstanceOf(
                SignatureOutcome.Wrong.class,
                CheckedSigning.sign(key, other.publicKey(), SignatureAlgorithm.ECDSA_SHA256, CONTENT));
    }
}
