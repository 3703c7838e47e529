package cairn.ca.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.engine.ForwardingKey;
import cairn.ca.engine.MemoryToken;
import cairn.ca.engine.MemoryToken.Fault;
import cairn.ca.signing.KeyAttributes.Answer;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.testkit.SeededRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes through the signing port keeps its cause, its content and its form. */
final class PortValuesTest {
    private final MemoryToken token = new MemoryToken(SeededRandom.of(72));

    @ParameterizedTest
    @ValueSource(strings = {"00", "0a0b", "ff", "0123456789abcdef"})
    void anIdentifierIsHexadecimalInPairs(String id) {
        assertEquals(id, new KeyReference("t", "1", id, "l").keyId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0A", "abc", "0x01", "0a ", " 0a", "0g", "0a\n"})
    void anythingElseIsNone(String id) {
        assertThrows(IllegalArgumentException.class, () -> new KeyReference("t", "1", id, "l"));
    }

    @Test
    void attributesAreACopy() {
        Set<String> usages = new HashSet<>(Set.of("SIGN"));
        Set<String> remarks = new HashSet<>(Set.of("odd"));
        KeyAttributes attributes =
                new KeyAttributes(Answer.TRUE, Answer.TRUE, Answer.TRUE, Answer.FALSE, Answer.TRUE, usages, remarks);
        usages.clear();
        remarks.clear();
        assertEquals(Set.of("SIGN"), attributes.usages());
        assertEquals(Set.of("odd"), attributes.remarks());
        assertThrows(
                UnsupportedOperationException.class, () -> attributes.usages().clear());
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "BUSY", "KEY_MISSING", "LOGIN_REQUIRED", "TOKEN_ABSENT", "LOST_BEFORE"})
    void theTokensOwnFailureIsHandedOnUnchanged(Fault fault) throws Exception {
        SigningKey key = token.generate(KeyType.EC_P256, "key");
        token.fail(fault);
        SigningException thrown =
                assertThrows(SigningException.class, () -> key.sign(SignatureAlgorithm.ECDSA_SHA256, new byte[1]));
        SigningException failure =
                switch (CheckedSigning.sign(key, key.publicKey(), SignatureAlgorithm.ECDSA_SHA256, new byte[1])) {
                    case SignatureOutcome.NotSigned(var e) -> e;
                    case SignatureOutcome.Unknown(var e) -> e;
                    case SignatureOutcome other -> throw new AssertionError(other.toString());
                };
        assertSame(thrown.getClass(), failure.getClass());
        assertEquals(thrown.getMessage(), failure.getMessage());
    }

    @Test
    void aFaultOfTheAdapterKeepsItsCause() throws Exception {
        SigningKey key = token.generate(KeyType.EC_P256, "key");
        token.fail(Fault.CRASH);
        SignatureOutcome.Unknown unknown = assertInstanceOf(
                SignatureOutcome.Unknown.class,
                CheckedSigning.sign(key, key.publicKey(), SignatureAlgorithm.ECDSA_SHA256, new byte[1]));
        assertEquals("the token's adapter failed", unknown.failure().getMessage());
        assertInstanceOf(IllegalStateException.class, unknown.failure().getCause());
    }

    @Test
    void aWrongSignatureIsToldWithKeyLengthAndAlgorithm() throws Exception {
        SigningKey key = token.generate(KeyType.EC_P256, "key");
        token.fail(Fault.GARBAGE);
        SignatureOutcome.Wrong wrong = assertInstanceOf(
                SignatureOutcome.Wrong.class,
                CheckedSigning.sign(key, key.publicKey(), SignatureAlgorithm.ECDSA_SHA256, new byte[1]));
        assertEquals(
                "the token returned 5 octets that are no signature of the key " + key.publicKey() + " by ecdsa-sha256",
                wrong.words());
    }

    /** A signature by another digest than was asked for is wrong, although the key made it. */
    @Test
    void theAlgorithmIsPartOfWhatIsChecked() throws Exception {
        SigningKey key = token.generate(KeyType.EC_P256, "key");
        SigningKey other = new ForwardingKey(key) {
            @Override
            public byte[] sign(SignatureAlgorithm algorithm, byte[] content) throws SigningException {
                return super.sign(SignatureAlgorithm.ECDSA_SHA384, content);
            }
        };
        assertInstanceOf(
                SignatureOutcome.Wrong.class,
                CheckedSigning.sign(other, key.publicKey(), SignatureAlgorithm.ECDSA_SHA256, new byte[1]));
        assertInstanceOf(
                SignatureOutcome.Signed.class,
                CheckedSigning.sign(other, key.publicKey(), SignatureAlgorithm.ECDSA_SHA384, new byte[1]));
    }

    @Test
    void everySingleBitOfASignatureCounts() throws Exception {
        SigningKey key = token.generate(KeyType.ED25519, "key");
        byte[] content = {1, 2, 3};
        byte[] good = key.sign(SignatureAlgorithm.ED25519, content);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= (byte) (1 << (i % 8));
            assertTrue(
                    !cairn.ca.x509.SignatureCheck.verifies(
                            key.publicKey(), SignatureAlgorithm.ED25519.identifier(), content, bad),
                    "octet " + i);
        }
    }
}
