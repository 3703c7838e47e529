package cairn.hsm.fault;

import static cairn.testkit.pkcs11.Function.C_GenerateRandom;
import static cairn.testkit.pkcs11.Function.C_Login;
import static cairn.testkit.pkcs11.Function.C_SignInit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import cairn.testkit.pkcs11.Fault;
import cairn.testkit.pkcs11.Function;
import cairn.testkit.pkcs11.JavaModule;
import cairn.testkit.pkcs11.Pkcs11;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asked for a PIN wipes it, however the log-in went; a PIN that was lent stays its owner's. */
final class PinWipeTest {
    private final List<Pin> handedOut = new ArrayList<>();
    private final List<PinSource.Role> roles = new ArrayList<>();
    private Bench bench;
    private String pin = JavaModule.PIN;

    @BeforeEach
    void load() throws TokenException {
        bench = Bench.posix();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Pin source(TokenSelector token, PinSource.Role role) {
        Pin fresh = Bench.pin(pin);
        handedOut.add(fresh);
        roles.add(role);
        return fresh;
    }

    private Token open() throws TokenException {
        return bench.module()
                .open(
                        Bench.TOKEN,
                        this::source,
                        new TokenOptions(1, TokenOptions.DEFAULT.waitForSession(), TokenOptions.DEFAULT.callTimeout()));
    }

    private static boolean isWiped(Pin pin) {
        try {
            pin.octets();
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private void assertAllWiped(int expected) {
        assertEquals(expected, handedOut.size());
        assertTrue(handedOut.stream().allMatch(PinWipeTest::isWiped));
    }

    @Test
    void afterALoginThatWorked() throws Exception {
        try (Token token = open()) {
            assertAllWiped(1);
            bench.script().next(C_GenerateRandom, new Fault.LogOut());
            assertEquals(8, token.random(8).length);
        }
        assertEquals(List.of(), bench.java().failures());
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                Pkcs11.CKR_PIN_INCORRECT,
                Pkcs11.CKR_PIN_LOCKED,
                Pkcs11.CKR_DEVICE_ERROR,
                Pkcs11.CKR_GENERAL_ERROR,
                Pkcs11.CKR_SESSION_HANDLE_INVALID,
                0x8000_0001L
            })
    void afterALoginThatFailed(long returnValue) {
        bench.script().next(C_Login, new Fault.Refuse(returnValue));
        assertThrows(TokenException.class, this::open);
        assertAllWiped(1);
        assertEquals(0, bench.virtual().openSessions(), "a session was left open");
        assertEquals(1, bench.script().calls(C_Login), "a PIN was sent twice");
    }

    @Test
    void afterListingObjects() throws Exception {
        bench.module().objects(Bench.TOKEN, this::source);
        pin = "000000";
        Bench.assertFails(Failure.PIN_INCORRECT, () -> bench.module().objects(Bench.TOKEN, this::source));
        assertAllWiped(2);
        assertEquals(0, bench.virtual().openSessions());
    }

    @Test
    void afterALoginInARecovery() throws Exception {
        try (Token token = open()) {
            KeyRef key = token.generateKeyPair(new KeySpec.Ed25519(), "root");
            bench.script().next(C_SignInit, new Fault.CloseSessions());
            Verified.sign(token, key);
            pin = "000000";
            bench.script().next(C_SignInit, new Fault.CloseSessions());
            Bench.assertFails(Failure.PIN_INCORRECT, () -> Verified.sign(token, key));
            assertAllWiped(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Where it fails; what comes of it; how often a PIN was asked for the use.
        "C_SignInit, 0x68, REJECTED, 1",
        "C_Login, 0xa0, PIN_INCORRECT, 1",
        "C_Login, 0xa4, PIN_LOCKED, 1",
        "C_Sign, 0x30, UNKNOWN_OUTCOME, 1",
        "C_SignInit, 0xb3, , 2"
    })
    void afterOneUseOfAKeyThatWantsItsOwnPin(Function function, String value, Failure failure, int asked)
            throws Throwable {
        bench.virtual().override(Pkcs11.CKA_ALWAYS_AUTHENTICATE, true);
        try (Token token = open()) {
            KeyRef key = token.generateKeyPair(new KeySpec.Ed25519(), "root");
            bench.script().next(function, new Fault.Refuse(Long.decode(value)));
            Executable sign = () -> token.sign(key, new SignMechanism.EdDsa(), Verified.MESSAGE);
            if (failure == null) {
                sign.execute();
            } else {
                Bench.assertFails(failure, sign);
            }
            assertAllWiped(1 + asked);
            assertEquals(PinSource.Role.USER, roles.getFirst());
            assertTrue(roles.subList(1, roles.size()).stream().allMatch(PinSource.Role.CONTEXT_SPECIFIC::equals));
        }
    }

    @Test
    void aSourceThatFailsLeavesNoSessionBehind() {
        TokenException nobody = Bench.assertFails(
                Failure.LOGIN_REQUIRED,
                () -> bench.module()
                        .open(
                                Bench.TOKEN,
                                (token, role) -> {
                                    throw new TokenException(Failure.LOGIN_REQUIRED, "nobody is here");
                                },
                                TokenOptions.DEFAULT));
        assertEquals("nobody is here", nobody.getMessage());
        assertEquals(0, bench.virtual().openSessions());
        assertEquals(0, bench.script().calls(C_Login));
    }
}
