package cairn.hsm.fault;

import static cairn.testkit.pkcs11.Function.C_Login;
import static cairn.testkit.pkcs11.Function.C_SignInit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.Pin;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import cairn.testkit.pkcs11.Fault;
import cairn.testkit.pkcs11.JavaModule;
import cairn.testkit.pkcs11.Pkcs11;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A wrong PIN is sent once. Three of them lock many tokens for good. */
final class PinTest {
    private Bench bench;

    @BeforeEach
    void load() throws TokenException {
        bench = Bench.posix();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private int logins() {
        return bench.script().calls(C_Login);
    }

    private static KeyRef key(Token token) throws TokenException {
        return token.generateKeyPair(new KeySpec.Ed25519(), "root");
    }

    private static byte[] sign(Token token, KeyRef key) throws TokenException {
        return token.sign(key, new SignMechanism.EdDsa(), Verified.MESSAGE);
    }

    @Test
    void aWrongPinIsSentOnceWhenOpening() {
        bench.answerPin("000000");
        Bench.assertFails(Failure.PIN_INCORRECT, bench::open);
        assertEquals(1, logins());
        assertEquals(0, bench.virtual().openSessions());
    }

    @Test
    void aPinThatBecameWrongIsSentOnceInARecoveryAndNeverAgain() throws Exception {
        try (Token token = bench.open()) {
            KeyRef key = key(token);
            sign(token, key);
            bench.answerPin("000000");
            int before = logins();
            bench.script().next(C_SignInit, new Fault.LogOut());
            Bench.assertFails(Failure.PIN_INCORRECT, () -> sign(token, key));
            assertEquals(1, logins() - before);
            for (int i = 0; i < 5; i++) {
                Bench.assertFails(Failure.PIN_INCORRECT, () -> sign(token, key));
                Bench.assertFails(Failure.PIN_INCORRECT, token::keys);
            }
            assertEquals(1, logins() - before, "sent again");
        }
    }

    @Test
    void severalSessionsSendAWrongPinOnceBetweenThem() throws Exception {
        try (Token token = bench.open(4, Duration.ofSeconds(30))) {
            KeyRef key = key(token);
            sign(token, key);
            bench.answerPin("000000");
            int before = logins();
            bench.script().next(C_SignInit, new Fault.CloseSessions());
            for (int i = 0; i < 12; i++) {
                Bench.assertFails(Failure.PIN_INCORRECT, () -> sign(token, key));
            }
            assertEquals(1, logins() - before);
        }
    }

    @Test
    void nothingIsSentToALockedToken() {
        bench.virtual().lockPin();
        Bench.assertFails(Failure.PIN_LOCKED, bench::open);
        assertEquals(0, logins());
        assertEquals(0, bench.pinsAsked());
    }

    @Test
    void aTokenThatLocksWhileAskedSaysSo() {
        bench.script().next(C_Login, new Fault.Refuse(Pkcs11.CKR_PIN_LOCKED));
        Bench.assertFails(Failure.PIN_LOCKED, bench::open);
        assertEquals(1, logins());
    }

    @Test
    void thePinLocksAfterThreeWrongOnesOfThePersonAndTheOfficerUnlocksIt() throws Exception {
        bench.virtual().allowWrongPins(3);
        bench.answerPin("000000");
        for (int i = 0; i < 3; i++) {
            Bench.assertFails(Failure.PIN_INCORRECT, bench::open);
        }
        bench.answerPin(JavaModule.PIN);
        Bench.assertFails(Failure.PIN_LOCKED, bench::open);
        assertEquals(3, logins());
        try (Pin officer = Bench.pin(JavaModule.SO_PIN);
                Pin fresh = Bench.pin("777777")) {
            bench.module().initPin(Bench.TOKEN, officer, fresh);
        }
        bench.answerPin("777777");
        try (Token token = bench.open()) {
            assertEquals(0, token.keys().size());
        }
    }

    @Test
    void noRecoveryTouchesATokenThatIsShortOfTries() throws Exception {
        bench.virtual().allowWrongPins(3);
        try (Token token = bench.open()) {
            KeyRef key = key(token);
            sign(token, key);
            bench.virtual().mistypePin();
            int before = logins();
            bench.script().next(C_SignInit, new Fault.LogOut());
            Bench.assertFails(Failure.LOGIN_REQUIRED, () -> sign(token, key));
            assertEquals(0, logins() - before);
        }
        // A person who opens it may try, and the right PIN clears the count.
        try (Token token = bench.open()) {
            KeyRef key = token.keys().getFirst();
            bench.script().next(C_SignInit, new Fault.LogOut());
            Verified.sign(token, key);
        }
    }

    @Test
    void anotherProgramsLoginIsGoodEnough() throws Exception {
        bench.script().next(C_Login, new Fault.LoseAnswer(Pkcs11.CKR_USER_ALREADY_LOGGED_IN));
        try (Token token = bench.open()) {
            Verified.sign(token, key(token));
        }
    }

    @Test
    void aPinPadIsNeverSentAPin() throws Exception {
        bench.virtual().usePinPad();
        try (Token token = bench.open()) {
            Verified.sign(token, key(token));
        }
        assertEquals(0, bench.pinsAsked());
        assertEquals(1, bench.script().performed(C_Login));
    }

    @Test
    void aKeyWithItsOwnPinAsksForEachSignature() throws Exception {
        bench.virtual().override(Pkcs11.CKA_ALWAYS_AUTHENTICATE, true);
        try (Token token = bench.open()) {
            KeyRef key = key(token);
            int asked = bench.pinsAsked();
            Verified.sign(token, key);
            Verified.sign(token, key);
            assertEquals(2, bench.pinsAsked() - asked);
        }
    }

    @Test
    void aWrongPinForOneUseIsNotSentAgain() throws Exception {
        bench.virtual().override(Pkcs11.CKA_ALWAYS_AUTHENTICATE, true);
        try (Token token = bench.open()) {
            KeyRef key = key(token);
            bench.answerPin("000000");
            int before = logins();
            Bench.assertFails(Failure.PIN_INCORRECT, () -> sign(token, key));
            Bench.assertFails(Failure.PIN_INCORRECT, () -> sign(token, key));
            assertEquals(1, logins() - before);
        }
    }

    @Test
    void aKeyWithItsOwnPinWorksWithAPinPad() throws Exception {
        bench.virtual().override(Pkcs11.CKA_ALWAYS_AUTHENTICATE, true);
        bench.virtual().usePinPad();
        try (Token token = bench.open()) {
            Verified.sign(token, key(token));
        }
        assertEquals(0, bench.pinsAsked());
    }

    @Test
    void theUserChangesThePin() throws Exception {
        try (Pin old = Bench.pin(JavaModule.PIN);
                Pin fresh = Bench.pin("888888")) {
            bench.module().setPin(Bench.TOKEN, old, fresh);
        }
        Bench.assertFails(Failure.PIN_INCORRECT, bench::open);
        bench.answerPin("888888");
        bench.open().close();
    }

    @Test
    void aPinThatTheTokenDoesNotTakeIsUnsuitable() throws Exception {
        try (Pin old = Bench.pin(JavaModule.PIN);
                Pin fresh = Bench.pin("1")) {
            Bench.assertFails(Failure.PIN_UNSUITABLE, () -> bench.module().setPin(Bench.TOKEN, old, fresh));
        }
    }

    @Test
    void aBlankTokenIsInitialisedAndItsUserGetsAPin() throws Exception {
        bench.java().addBlankToken("J0002");
        long slot = bench.module().slots().get(1).slotId();
        assertFalse(bench.module().slots().get(1).initialized());
        try (Pin officer = Bench.pin("12345678");
                Pin user = Bench.pin("135790")) {
            assertEquals(
                    "basalt", bench.module().initToken(slot, officer, "basalt").label());
            var selector = new TokenSelector("basalt", Optional.of("J0002"));
            bench.module().initPin(selector, officer, user);
            bench.answerPin("135790");
            try (Token token = bench.module().open(selector, bench.pins(), TokenOptions.DEFAULT)) {
                Verified.sign(token, key(token));
            }
        }
        assertTrue(bench.module().slots().get(1).initialized());
    }

    @Test
    void twoTokensOfOneNameNeedTheSerialNumber() throws Exception {
        bench.java().addToken(Bench.LABEL, "J0009");
        Bench.assertFails(Failure.BAD_REQUEST, bench::open);
        assertEquals(0, logins());
        try (Token token = bench.module()
                .open(new TokenSelector(Bench.LABEL, Optional.of("J0009")), bench.pins(), TokenOptions.DEFAULT)) {
            assertEquals("J0009", token.info().serialNumber());
        }
    }
}
