package cairn.hsm.cryptoki;

import static cairn.hsm.cryptoki.CryptokiFunction.C_GetSessionInfo;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GetSessionValidationFlags;
import static cairn.hsm.cryptoki.CryptokiFunction.C_InitPIN;
import static cairn.hsm.cryptoki.CryptokiFunction.C_Login;
import static cairn.hsm.cryptoki.CryptokiFunction.C_LoginUser;
import static cairn.hsm.cryptoki.CryptokiFunction.C_OpenSession;
import static cairn.hsm.cryptoki.CryptokiFunction.C_SessionCancel;
import static cairn.hsm.cryptoki.CryptokiFunction.C_SetPIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions and log-in as the library sees them, and how a refusal of any function is told. */
final class SessionCallsTest {
    private static final String ABIS = "cairn.hsm.cryptoki.StubLibrary#abis";
    private static final Mechanism ANY = new Mechanism.Plain(1);

    private static MemorySegment pin(Arena arena, String text) {
        return Memory.of(arena, text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    void sessionsAreSerialAndReadOnlyUnlessTheyMustWrite(Abi abi) throws Exception {
        List<Long> flags = new ArrayList<>();
        try (StubLibrary stub = new StubLibrary(abi)) {
            stub.on(C_OpenSession, call -> {
                flags.add(call.number(1));
                call.putUlong(4, 0, 0xC000_0000L + call.number(0));
                return call.isNull(2) && call.isNull(3) ? 0 : ReturnValue.ARGUMENTS_BAD;
            });
            SessionCalls sessions = stub.load().sessions();
            assertEquals(0xC000_0005L, sessions.open(5, false), "handles are unsigned");
            assertEquals(0xC000_0006L, sessions.open(6, true));
            assertEquals(List.of(4L, 6L), flags);
        }
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    void theStateOfASessionIsRead(Abi abi) throws Exception {
        try (StubLibrary stub = new StubLibrary(abi)) {
            stub.on(C_GetSessionInfo, call -> {
                for (int i = 0; i < 4; i++) {
                    call.putUlong(1, i, call.number(0) + i);
                }
                return 0;
            });
            assertEquals(
                    new Description.Session(40, 41, 42, 43),
                    stub.load().sessions().info(40));
        }
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    void pinsArriveWholeAndInTheirOrder(Abi abi) throws Exception {
        List<String> seen = new ArrayList<>();
        try (StubLibrary stub = new StubLibrary(abi);
                Arena arena = Arena.ofConfined()) {
            stub.on(C_Login, call -> {
                seen.add("login " + call.number(0) + " " + call.number(1) + " " + text(call, 2));
                return 0;
            });
            stub.on(C_InitPIN, call -> {
                seen.add("init " + call.number(0) + " " + text(call, 1));
                return 0;
            });
            stub.on(C_SetPIN, call -> {
                seen.add("set " + call.number(0) + " " + text(call, 1) + " " + text(call, 3));
                return 0;
            });
            stub.on(C_LoginUser, call -> {
                seen.add("user " + call.number(1) + " " + text(call, 2) + " " + text(call, 4));
                return 0;
            });
            SessionCalls sessions = stub.load().sessions();
            sessions.login(1, Constants.Session.USER_USER, pin(arena, "2718"));
            sessions.login(1, Constants.Session.USER_SO, pin(arena, ""));
            sessions.login(2, Constants.Session.USER_CONTEXT_SPECIFIC, MemorySegment.NULL);
            sessions.initPin(3, pin(arena, "pä€"));
            sessions.setPin(4, pin(arena, "old"), pin(arena, "newer"));
            sessions.loginUser(5, 1, pin(arena, "secret"), pin(arena, "anna"));
            assertEquals(
                    List.of(
                            "login 1 1 2718",
                            "login 1 0 ",
                            "login 2 2 NULL",
                            "init 3 pä€",
                            "set 4 old newer",
                            "user 1 secret anna"),
                    seen);
        }
    }

    private static String text(StubLibrary.Call call, int index) {
        return call.isNull(index) && call.number(index + 1) == 0 ? "NULL" : call.text(index, call.number(index + 1));
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    void functionsOfVersionThreeAreCalledWhereTheyAre(Abi abi) throws Exception {
        try (StubLibrary stub = new StubLibrary(abi)) {
            stub.on(C_SessionCancel, call -> call.number(0) == 9 && call.number(1) == 0x800 ? 0 : 5);
            stub.on(C_GetSessionValidationFlags, call -> {
                call.putUlong(2, 0, 10 * call.number(0) + call.number(1));
                return 0;
            });
            SessionCalls sessions = stub.load().sessions();
            sessions.cancel(9, 0x800);
            assertEquals(91, sessions.validationFlags(9, 1));
        }
    }

    private static Executable call(CryptokiFunction function, Cryptoki c) {
        MemorySegment none = MemorySegment.NULL;
        return switch (function) {
            case C_Initialize -> () -> c.library().initialize(true, Optional.empty());
            case C_Finalize -> () -> c.library().finish();
            case C_GetInfo -> () -> c.library().info();
            case C_GetSlotList -> () -> c.library().slots(true);
            case C_GetSlotInfo -> () -> c.library().slot(1);
            case C_GetTokenInfo -> () -> c.library().token(1);
            case C_GetMechanismList -> () -> c.library().mechanisms(1);
            case C_GetMechanismInfo -> () -> c.library().mechanism(1, 1);
            case C_InitToken -> () -> c.library().initToken(1, none, "x");
            case C_InitPIN -> () -> c.sessions().initPin(1, none);
            case C_SetPIN -> () -> c.sessions().setPin(1, none, none);
            case C_OpenSession -> () -> c.sessions().open(1, true);
            case C_CloseSession -> () -> c.sessions().close(1);
            case C_CloseAllSessions -> () -> c.sessions().closeAll(1);
            case C_GetSessionInfo -> () -> c.sessions().info(1);
            case C_Login -> () -> c.sessions().login(1, 1, none);
            case C_LoginUser -> () -> c.sessions().loginUser(1, 1, none, none);
            case C_Logout -> () -> c.sessions().logout(1);
            case C_SessionCancel -> () -> c.sessions().cancel(1, 1);
            case C_GetSessionValidationFlags -> () -> c.sessions().validationFlags(1, 1);
            case C_CreateObject -> () -> c.objects().create(1, List.of());
            case C_DestroyObject -> () -> c.objects().destroy(1, 1);
            case C_GetAttributeValue -> () -> c.objects().attributes(1, 1, 3);
            case C_SetAttributeValue -> () -> c.objects().set(1, 1, List.of());
            case C_FindObjectsInit, C_FindObjects, C_FindObjectsFinal ->
                () -> c.objects().find(1, List.of());
            case C_VerifyInit, C_Verify -> () -> c.keys().verify(1, ANY, 1, new byte[0], new byte[0]);
            case C_DecryptInit, C_Decrypt -> () -> c.keys().decrypt(1, ANY, 1, new byte[0]);
            case C_GenerateKey -> () -> c.keys().generateKey(1, ANY, List.of());
            case C_GenerateKeyPair -> () -> c.keys().generateKeyPair(1, ANY, List.of(), List.of());
            case C_WrapKey -> () -> c.keys().wrap(1, ANY, 1, 1);
            case C_UnwrapKey -> () -> c.keys().unwrap(1, ANY, 1, new byte[0], List.of());
            case C_GenerateRandom -> () -> c.keys().random(1, 4);
            case C_SignInit -> signing(c, calls -> () -> calls.begin(1, ANY, 1));
            case C_Sign -> signing(c, calls -> () -> calls.finish(1, new byte[0]));
            case C_SignUpdate, C_SignFinal -> signing(c, calls -> () -> calls.finishInParts(1, List.of(new byte[2])));
            case C_GetFunctionList, C_GetInterface -> throw new IllegalArgumentException("called in loading only");
        };
    }

    private static Executable signing(Cryptoki cryptoki, Function<SignCalls, Executable> work) {
        return () -> {
            try (Arena arena = Arena.ofConfined()) {
                work.apply(cryptoki.signing(arena)).execute();
            }
        };
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"C_GetFunctionList", "C_GetInterface"})
    void whatAFunctionRefusesIsToldWithItsNameInBothLayouts(CryptokiFunction refusing) throws Exception {
        Map<Long, String> words =
                Map.of(0x50L, "CKR_FUNCTION_CANCELED", 0x8000_0123L, "0x80000123", 0x1B8L, "CKR_PIN_TOO_WEAK");
        for (Abi abi : List.of(Abi.POSIX, Abi.WINDOWS)) {
            for (Map.Entry<Long, String> one : words.entrySet()) {
                try (StubLibrary stub = new StubLibrary(abi)) {
                    for (CryptokiFunction function : CryptokiFunction.values()) {
                        stub.answer(function, function == refusing ? one.getKey() : 0);
                    }
                    stub.on(CryptokiFunction.C_FindObjects, call -> {
                        call.putUlong(3, 0, 0);
                        return refusing == CryptokiFunction.C_FindObjects ? one.getKey() : 0;
                    });
                    CryptokiException refused = assertThrows(CryptokiException.class, call(refusing, stub.load()));
                    assertEquals(refusing, refused.function());
                    assertEquals(one.getKey(), refused.returnValue());
                    assertEquals(refusing + " returned " + one.getValue(), refused.getMessage());
                }
            }
        }
    }

    @Test
    void aFunctionThatIsNotThereIsNotCalled() throws Exception {
        try (StubLibrary stub = new StubLibrary(Abi.POSIX)) {
            stub.answer(C_Login, 0);
            Cryptoki cryptoki = stub.load();
            for (CryptokiFunction function : CryptokiFunction.values()) {
                if (function == C_Login
                        || StubLibrary.shape(function).startsWith("PPPU")
                        || function == CryptokiFunction.C_GetFunctionList) {
                    continue;
                }
                CryptokiException missing = assertThrows(CryptokiException.class, call(function, cryptoki));
                assertEquals(ReturnValue.FUNCTION_NOT_SUPPORTED, missing.returnValue(), function.name());
            }
            assertEquals(List.of(), stub.calls());
        }
    }
}
