package cairn.hsm.fault;

import static cairn.testkit.pkcs11.Function.C_GetMechanismInfo;
import static cairn.testkit.pkcs11.Function.C_GetTokenInfo;
import static cairn.testkit.pkcs11.Function.C_SignInit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.MechanismInfo;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenModule.SlotInfo;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import cairn.testkit.pkcs11.Fault;
import cairn.testkit.pkcs11.Pkcs11;
import cairn.testkit.pkcs11.VirtualToken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of several tokens is meant, while slots move and tokens come and go. */
final class TokenChoiceTest {
    private Bench bench;

    @BeforeEach
    void load() throws TokenException {
        bench = Bench.posix();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Token open(String label, @Nullable String serial) throws TokenException {
        return bench.module()
                .open(
                        new TokenSelector(label, Optional.ofNullable(serial)),
                        bench.pins(),
                        new TokenOptions(1, Duration.ofSeconds(30), Duration.ofSeconds(60)));
    }

    @Test
    void twinsAreToldApartByTheirSerialNumberOnly() throws Exception {
        bench.java().addToken(Bench.LABEL, "J0002");
        TokenException which = Bench.assertFails(Failure.BAD_REQUEST, () -> open(Bench.LABEL, null));
        assertEquals(
                "several tokens are called 'granite'; the serial number must say which: 'granite' (serial number"
                        + " J0001), 'granite' (serial number J0002)",
                which.getMessage());
        try (Token first = open(Bench.LABEL, "J0001");
                Token second = open(Bench.LABEL, "J0002")) {
            first.generateKeyPair(new KeySpec.Ed25519(), "on the first");
            assertEquals(1, first.keys().size());
            assertEquals(List.of(), second.keys());
            assertEquals("J0002", second.info().serialNumber());
        }
    }

    @Test
    void aTwinThatComesLaterIsNotTakenForTheTokenThatWasOpened() throws Exception {
        try (Token token = open(Bench.LABEL, null)) {
            KeyRef key = token.generateKeyPair(new KeySpec.Ed25519(), "root");
            bench.java().addToken(Bench.LABEL, "J0002");
            bench.script().next(C_SignInit, new Fault.FinalizeByOther());
            Verified.sign(token, key);
            assertEquals("J0001", token.info().serialNumber());
        }
    }

    @Test
    void theTwinIsNoReplacementForTheTokenThatWasPulledOut() throws Exception {
        VirtualToken granite = bench.virtual();
        try (Token token = open(Bench.LABEL, null)) {
            KeyRef key = token.generateKeyPair(new KeySpec.Ed25519(), "root");
            bench.java().addToken(Bench.LABEL, "J0002");
            granite.remove();
            TokenException absent = Bench.assertFails(Failure.TOKEN_ABSENT, () -> Verified.sign(token, key));
            assertTrue(
                    String.valueOf(absent.getMessage())
                            .contains("no token is called 'granite' with the serial number J0001; the library shows"
                                    + " 'granite' (serial number J0002)"),
                    absent.getMessage());
            granite.insert();
            bench.clock().advance(Duration.ofMinutes(2));
            Verified.sign(token, key);
        }
    }

    @Test
    void anAbsentTokenIsToldWithWhatIsThereInstead() {
        bench.java().addBlankToken("J0002");
        TokenException absent = Bench.assertFails(Failure.TOKEN_ABSENT, () -> open("Granite", null));
        assertEquals(
                "no token is called 'Granite'; the library shows 'granite' (serial number J0001)", absent.getMessage());
        bench.virtual().remove();
        absent = Bench.assertFails(Failure.TOKEN_ABSENT, () -> open(Bench.LABEL, null));
        assertEquals("no token is called 'granite'; the library shows none", absent.getMessage());
        assertEquals(0, bench.pinsAsked());
    }

    @Test
    void aTokenThatShowsItselfAtTheSecondLookIsFound() throws Exception {
        bench.script().next(C_GetTokenInfo, new Fault.Refuse(Pkcs11.CKR_TOKEN_NOT_PRESENT));
        open(Bench.LABEL, null).close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0xE0, 0xE1, 0x32, 0x03})
    void aTokenThatCannotBeAskedDoesNotHideTheOthers(long returnValue) throws Exception {
        bench.java().addToken("basalt", "J0002");
        bench.script().next(C_GetTokenInfo, new Fault.Refuse(returnValue));
        try (Token token = open("basalt", null)) {
            assertEquals("J0002", token.info().serialNumber());
        }
        bench.script().next(C_GetTokenInfo, new Fault.Refuse(returnValue));
        List<SlotInfo> slots = bench.module().slots();
        assertEquals(2, slots.size());
        assertNull(slots.getFirst().token());
        assertFalse(slots.getFirst().initialized());
        assertTrue(slots.getLast().initialized());
    }

    @Test
    void anotherFailureOfALookIsAFailure() {
        bench.script().next(C_GetTokenInfo, new Fault.Refuse(Pkcs11.CKR_GENERAL_ERROR));
        TokenException failed = Bench.assertFails(Failure.REJECTED, () -> open(Bench.LABEL, null));
        assertEquals("C_GetTokenInfo", failed.function());
        assertTrue(String.valueOf(failed.getMessage()).endsWith(" while looking for the token"), failed.getMessage());
    }

    @Test
    void anEmptySlotIsListedWithoutAToken() throws Exception {
        bench.virtual().remove();
        SlotInfo slot = bench.module().slots().getFirst();
        assertNull(slot.token());
        assertFalse(slot.initialized());
        assertEquals("Java slot J0001", slot.description());
        assertEquals("Cairn test kit", slot.manufacturer());
    }

    @Test
    void aMechanismThatIsListedAndThenDeniedIsLeftOut() throws Exception {
        int all = bench.module().mechanisms(Bench.TOKEN).size();
        bench.script().next(C_GetMechanismInfo, new Fault.Refuse(Pkcs11.CKR_MECHANISM_INVALID));
        List<MechanismInfo> fewer = bench.module().mechanisms(Bench.TOKEN);
        assertEquals(all - 1, fewer.size());
        bench.script().after(1, C_GetMechanismInfo, new Fault.Refuse(Pkcs11.CKR_FUNCTION_FAILED));
        TokenException failed =
                Bench.assertFails(Failure.REJECTED, () -> bench.module().mechanisms(Bench.TOKEN));
        assertEquals("C_GetMechanismInfo", failed.function());
    }
}
