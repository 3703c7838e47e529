package cairn.hsm.signer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cairn.ca.signing.KeyAttributes;
import cairn.ca.signing.KeyAttributes.Answer;
import cairn.ca.signing.SigningException;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.hsm.token.KeyProof;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The two vocabularies, and the two forms of an ECDSA signature. */
final class SignerUnitTest {
    @ParameterizedTest
    @EnumSource(KeyType.class)
    void everyTypeOfTheEngineHasItsKind(KeyType type) {
        assertEquals(Optional.of(type), KeyTypes.type(KeyTypes.spec(type)));
    }

    @Test
    void kindsAreDistinct() {
        Set<KeySpec> kinds = new HashSet<>();
        for (KeyType type : KeyType.values()) {
            kinds.add(KeyTypes.spec(type));
        }
        assertEquals(KeyType.values().length, kinds.size());
        assertEquals(Optional.empty(), KeyTypes.type(new KeySpec.SlhDsa("256f")));
    }

    @Test
    void algorithmsHaveTheirMechanism() {
        assertEquals(new SignMechanism.Ecdsa(Digest.SHA384), SignMechanisms.of(SignatureAlgorithm.ECDSA_SHA384));
        assertEquals(new SignMechanism.RsaPkcs(Digest.SHA512), SignMechanisms.of(SignatureAlgorithm.RSA_SHA512));
        assertEquals(new SignMechanism.RsaPss(Digest.SHA256, 32), SignMechanisms.of(SignatureAlgorithm.RSA_PSS_SHA256));
        assertEquals(new SignMechanism.RsaPss(Digest.SHA384, 48), SignMechanisms.of(SignatureAlgorithm.RSA_PSS_SHA384));
        assertEquals(new SignMechanism.EdDsa(), SignMechanisms.of(SignatureAlgorithm.ED25519));
        assertEquals(new SignMechanism.MlDsa(), SignMechanisms.of(SignatureAlgorithm.ML_DSA_87));
        assertEquals(new SignMechanism.SlhDsa(), SignMechanisms.of(SignatureAlgorithm.SLH_DSA_SHA2_192S));
    }

    @Test
    void numbersAreEncodedAsShortAsTheyCanBe() {
        assertArrayEquals(
                HexFormat.of().parseHex("3006020101020102"),
                EcdsaSignature.der(HexFormat.of().parseHex("00010002")));
        assertArrayEquals(
                HexFormat.of().parseHex("3008020200ff02020080"),
                EcdsaSignature.der(HexFormat.of().parseHex("ff80")));
        assertArrayEquals(HexFormat.of().parseHex("3006020100020100"), EcdsaSignature.der(new byte[64]));
    }

    @Test
    void halvesOfDifferentLengthAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> EcdsaSignature.der(new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> EcdsaSignature.der(new byte[65]));
    }

    @Property
    void bothHalvesComeBack(@ForAll @Size(32) byte[] r, @ForAll @Size(32) byte[] s) {
        byte[] joined = new byte[64];
        System.arraycopy(r, 0, joined, 0, 32);
        System.arraycopy(s, 0, joined, 32, 32);
        ASN1Sequence pair = ASN1Sequence.getInstance(EcdsaSignature.der(joined));
        assertEquals(
                new BigInteger(1, r),
                ASN1Integer.getInstance(pair.getObjectAt(0)).getValue());
        assertEquals(
                new BigInteger(1, s),
                ASN1Integer.getInstance(pair.getObjectAt(1)).getValue());
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void everyFailureHasACaseAndKeepsItsCause(Failure failure) {
        TokenException cause = new TokenException(failure, "what happened");
        SigningException told = SigningFailures.of(cause);
        assertSame(cause, told.getCause());
        assertEquals("what happened", told.getMessage());
    }

    @Test
    void casesOfFailureAreTheEngines() {
        Map<Failure, Class<? extends SigningException>> cases = Map.of(
                Failure.KEY_MISSING, SigningException.KeyMissing.class,
                Failure.TOKEN_ABSENT, SigningException.TokenAbsent.class,
                Failure.LIBRARY_UNUSABLE, SigningException.TokenAbsent.class,
                Failure.LOGIN_REQUIRED, SigningException.LoginRequired.class,
                Failure.PIN_INCORRECT, SigningException.PinIncorrect.class,
                Failure.PIN_LOCKED, SigningException.PinLocked.class,
                Failure.BUSY, SigningException.TokenBusy.class,
                Failure.UNKNOWN_OUTCOME, SigningException.UnknownOutcome.class,
                Failure.REJECTED, SigningException.Rejected.class);
        cases.forEach((failure, expected) ->
                assertInstanceOf(expected, SigningFailures.of(new TokenException(failure, "x"))));
    }

    @Test
    void answersThatAreMissingAreNotSaid() {
        KeyAttributes attributes = KeyAnswers.of(new KeyProof(
                Map.of("CKA_SENSITIVE", true, "CKA_EXTRACTABLE", false, "CKA_SIGN", true, "CKA_DERIVE", false),
                Set.of("the token does not say CKA_LOCAL")));
        assertEquals(Answer.TRUE, attributes.sensitive());
        assertEquals(Answer.FALSE, attributes.extractable());
        assertEquals(Answer.NOT_SAID, attributes.local());
        assertEquals(Answer.NOT_SAID, attributes.alwaysSensitive());
        assertEquals(Set.of("SIGN"), attributes.usages());
        assertEquals(Set.of("the token does not say CKA_LOCAL"), attributes.remarks());
        assertNotNull(attributes.neverExtractable());
    }
}
