package cairn.hsm.fault;

import static cairn.testkit.pkcs11.Function.C_InitPIN;
import static cairn.testkit.pkcs11.Function.C_InitToken;
import static cairn.testkit.pkcs11.Function.C_Login;
import static cairn.testkit.pkcs11.Function.C_SetPIN;
import static cairn.testkit.pkcs11.Function.C_Sign;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cairn.hsm.token.Pin;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import cairn.testkit.pkcs11.Fault;
import cairn.testkit.pkcs11.Function;
import cairn.testkit.pkcs11.JavaModule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What security officers and users do with PINs, and what they are told when it is refused. */
final class AdministrationTest {
    private Bench bench;

    @BeforeEach
    void load() throws TokenException {
        bench = Bench.posix();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** Administration: which function refuses with what, and what the person is told. */
    @ParameterizedTest
    @CsvSource({
        "C_InitToken, 0xa0, PIN_INCORRECT",
        "C_InitToken, 0xa4, PIN_LOCKED",
        "C_InitToken, 0xb6, REJECTED",
        "C_InitToken, 0xe2, REJECTED",
        "C_InitPIN, 0xa1, PIN_UNSUITABLE",
        "C_InitPIN, 0x1b8, PIN_UNSUITABLE",
        "C_InitPIN, 0x101, LOGIN_REQUIRED",
        "C_SetPIN, 0xa2, PIN_UNSUITABLE",
        "C_SetPIN, 0xa3, PIN_UNSUITABLE",
        "C_SetPIN, 0xa0, PIN_INCORRECT",
        "C_SetPIN, 0xa4, PIN_LOCKED",
        "C_Login, 0xa0, PIN_INCORRECT",
        "C_OpenSession, 0xb1, BUSY",
        "C_OpenSession, 0xe0, TOKEN_ABSENT"
    })
    void pinsOfAdministrationAreSentOnceAndStayTheirOwners(Function function, String value, Failure failure)
            throws Exception {
        long slot = bench.module().slots().getFirst().slotId();
        bench.script().next(function, new Fault.Refuse(Long.decode(value)));
        TokenModule module = bench.module();
        try (Pin first = Bench.pin(JavaModule.SO_PIN);
                Pin user = Bench.pin(JavaModule.PIN);
                Pin fresh = Bench.pin("161803")) {
            TokenException refused = Bench.assertFails(
                    failure,
                    switch (function) {
                        case C_InitToken -> () -> module.initToken(slot, first, "again");
                        case C_SetPIN -> () -> module.setPin(Bench.TOKEN, user, fresh);
                        default -> () -> module.initPin(Bench.TOKEN, first, fresh);
                    });
            assertEquals(function.name(), refused.function());
            assertEquals(Long.decode(value), refused.returnValue());
            assertEquals(1, bench.script().calls(function));
            assertArrayEquals("161803".toCharArray(), fresh.characters(), "a PIN that was lent was wiped");
            assertEquals(JavaModule.SO_PIN.length(), first.characters().length);
            assertEquals(JavaModule.PIN.length(), user.characters().length);
        }
        assertEquals(0, bench.virtual().openSessions(), "the officer's session was left open");
        bench.open().close();
    }

    @ParameterizedTest
    @CsvSource({"3, false", "4, true", "32, true", "33, false"})
    void theTokenSaysHowLongAPinMayBe(int length, boolean suits) throws Throwable {
        String text = "7".repeat(length);
        try (Pin officer = Bench.pin(JavaModule.SO_PIN);
                Pin old = Bench.pin(JavaModule.PIN);
                Pin fresh = Bench.pin(text)) {
            Executable change = () -> bench.module().setPin(Bench.TOKEN, old, fresh);
            Executable reset = () -> bench.module().initPin(Bench.TOKEN, officer, fresh);
            if (suits) {
                change.execute();
                reset.execute();
                bench.answerPin(text);
            } else {
                Bench.assertFails(Failure.PIN_UNSUITABLE, change);
                Bench.assertFails(Failure.PIN_UNSUITABLE, reset);
            }
        }
        bench.open().close();
    }

    @Test
    void aTokenThatIsNotThereIsSentNothing() {
        TokenSelector stranger = new TokenSelector(Bench.LABEL, Optional.of("J0002"));
        try (Pin officer = Bench.pin(JavaModule.SO_PIN);
                Pin fresh = Bench.pin("161803")) {
            Bench.assertFails(Failure.TOKEN_ABSENT, () -> bench.module().initPin(stranger, officer, fresh));
            Bench.assertFails(Failure.TOKEN_ABSENT, () -> bench.module().setPin(stranger, officer, fresh));
            Bench.assertFails(
                    Failure.TOKEN_ABSENT,
                    () -> bench.module().initToken(TokenModule.FIRST_UNINITIALIZED, officer, "new"));
        }
        Bench.assertFails(
                Failure.TOKEN_ABSENT, () -> bench.module().open(stranger, bench.pins(), TokenOptions.DEFAULT));
        assertEquals(0, bench.pinsAsked());
        for (Function function : List.of(C_Login, C_InitPIN, C_SetPIN, C_InitToken, C_Sign)) {
            assertEquals(0, bench.script().calls(function), function.name());
        }
    }
}
