package cairn.hsm.fault;

import static cairn.testkit.pkcs11.Function.C_DestroyObject;
import static cairn.testkit.pkcs11.Function.C_GenerateKeyPair;
import static cairn.testkit.pkcs11.Function.C_Sign;
import static cairn.testkit.pkcs11.Function.C_SignInit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.testkit.pkcs11.Fault;
import cairn.testkit.pkcs11.Pkcs11;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are lost, signatures that are wrong, keys that are not the same key. */
final class UnknownOutcomeTest {
    private static final KeySpec P384 = new KeySpec.Ec(Curve.P384);

    private Bench bench;
    private Token token;
    private KeyRef key;

    @BeforeEach
    void open() throws Exception {
        bench = Bench.posix();
        token = bench.open();
        key = token.generateKeyPair(P384, "root");
        Verified.sign(token, key);
    }

    @AfterEach
    void close() {
        token.close();
        bench.close();
    }

    private byte[] sign() throws TokenException {
        return token.sign(key, Verified.mechanism(P384), Verified.MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                Pkcs11.CKR_DEVICE_ERROR,
                Pkcs11.CKR_DEVICE_REMOVED,
                Pkcs11.CKR_GENERAL_ERROR,
                Pkcs11.CKR_FUNCTION_FAILED,
                Pkcs11.CKR_HOST_MEMORY,
                Pkcs11.CKR_DEVICE_MEMORY,
                Pkcs11.CKR_FUNCTION_CANCELED,
                Pkcs11.CKR_SESSION_CLOSED,
                0x80000001L
            })
    void aSignatureWhoseAnswerWasLostIsNotRepeated(long returned) throws Exception {
        int before = bench.script().calls(C_Sign);
        int done = bench.script().performed(C_Sign);
        bench.script().next(C_Sign, new Fault.LoseAnswer(returned));
        TokenException failure = Bench.assertFails(Failure.UNKNOWN_OUTCOME, this::sign);
        assertEquals("C_Sign", failure.function());
        assertEquals(returned, failure.returnValue());
        assertEquals(1, bench.script().calls(C_Sign) - before, "repeated");
        assertEquals(1, bench.script().performed(C_Sign) - done, "the module did sign");
        Verified.sign(token, key);
    }

    @Test
    void aKeyPairWhoseAnswerWasLostIsNotGeneratedTwice() throws Exception {
        bench.script().next(C_GenerateKeyPair, new Fault.LoseAnswer(Pkcs11.CKR_DEVICE_ERROR));
        Bench.assertFails(Failure.UNKNOWN_OUTCOME, () -> token.generateKeyPair(P384, "lost"));
        assertEquals(4, bench.virtual().objectCount());
        assertTrue(token.keys().stream().anyMatch(found -> found.label().equals("lost")), "and it can be found");
    }

    @Test
    void aDestructionWhoseAnswerWasLostIsUnknown() {
        bench.script().next(C_DestroyObject, new Fault.LoseAnswer(Pkcs11.CKR_GENERAL_ERROR));
        Bench.assertFails(Failure.UNKNOWN_OUTCOME, () -> token.destroy(key));
    }

    @Test
    void aStorageErrorBeforeTheWorkIsARefusal() throws Exception {
        bench.script().next(C_GenerateKeyPair, new Fault.Refuse(0x70));
        Bench.assertFails(Failure.REJECTED, () -> token.generateKeyPair(P384, "refused"));
        assertEquals(2, bench.virtual().objectCount());
    }

    @Test
    void aWrongSignatureAfterARecoveryIsThrownAway() throws Exception {
        bench.script().next(C_SignInit, new Fault.ForgetHandles());
        bench.script().next(C_Sign, new Fault.WrongSignature());
        Bench.assertFails(Failure.KEY_MISSING, this::sign);
        Verified.sign(token, key);
    }

    @Test
    void aKeyReplacedUnderTheSameIdentifierIsRefused() throws Exception {
        bench.virtual().replaceKey(HexFormat.of().parseHex(key.id()));
        bench.script().next(C_SignInit, new Fault.ForgetHandles());
        int signed = bench.script().calls(C_Sign);
        TokenException failure = Bench.assertFails(Failure.KEY_MISSING, this::sign);
        assertTrue(String.valueOf(failure.getMessage()).contains("another than before"), failure.getMessage());
        assertEquals(signed, bench.script().calls(C_Sign), "the other key was asked to sign");
        Bench.assertFails(Failure.KEY_MISSING, () -> token.publicKey(key));
    }

    @Test
    void aKeyReplacedWhileTheLibraryWasReinitialisedIsRefused() {
        bench.virtual().replaceKey(HexFormat.of().parseHex(key.id()));
        bench.script().next(C_SignInit, new Fault.FinalizeByOther());
        Bench.assertFails(Failure.KEY_MISSING, this::sign);
    }

    @Test
    void aDigestOfTheWrongLengthIsTheTokensRefusal() {
        SignMechanism rsa = new SignMechanism.RsaPkcs(SignMechanism.Digest.SHA256);
        Bench.assertFails(Failure.BAD_REQUEST, () -> token.sign(key, rsa, Verified.MESSAGE));
    }
}
