package cairn.hsm.cryptoki;

import static cairn.hsm.cryptoki.CryptokiFunction.C_Finalize;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GetInfo;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GetMechanismInfo;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GetMechanismList;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GetSlotInfo;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GetSlotList;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GetTokenInfo;
import static cairn.hsm.cryptoki.CryptokiFunction.C_InitToken;
import static cairn.hsm.cryptoki.CryptokiFunction.C_Initialize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the general functions hand over and read back, in both layouts. */
final class LibraryCallsTest {
    private static final String ABIS = "cairn.hsm.cryptoki.StubLibrary#abis";

    private static byte[] padded(String text, int length) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[length];
        Arrays.fill(all, (byte) ' ');
        System.arraycopy(utf8, 0, all, 0, utf8.length);
        return all;
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    @SuppressWarnings("restricted") // the text is where the binding has put it
    void initialisationAsksForLockingAndHandsOverWhatIsReserved(Abi abi) throws Exception {
        Struct layout = new Structs(abi).initializeArgs;
        List<String> seen = new ArrayList<>();
        try (StubLibrary stub = new StubLibrary(abi)) {
            stub.on(C_Initialize, call -> {
                MemorySegment arguments = call.at(0, layout.size());
                for (int mutex = 0; mutex < 4; mutex++) {
                    assertEquals(
                            0, abi.readPointer(arguments, layout.offset(mutex)).address());
                }
                MemorySegment reserved = abi.readPointer(arguments, layout.offset(5));
                seen.add(abi.readUlong(arguments, layout.offset(4)) + " "
                        + (reserved.address() == 0
                                ? "NULL"
                                : reserved.reinterpret(100).getString(0)));
                return 0;
            });
            LibraryCalls library = stub.load().library();
            library.initialize(true, Optional.empty());
            library.initialize(false, Optional.of("configdir='sql:/tmp/é'"));
            assertEquals(List.of("2 NULL", "0 configdir='sql:/tmp/é'"), seen);
        }
    }

    @Test
    void theEndIsToldWithANullPointer() throws Exception {
        try (StubLibrary stub = new StubLibrary(Abi.POSIX)) {
            stub.on(C_Finalize, call -> call.isNull(0) ? 0 : ReturnValue.ARGUMENTS_BAD);
            stub.load().library().finish();
            assertEquals(List.of(C_Finalize), stub.calls());
        }
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    void textsLoseTheirPaddingAndVersionsAreUnsigned(Abi abi) throws Exception {
        Struct layout = new Structs(abi).info;
        try (StubLibrary stub = new StubLibrary(abi)) {
            stub.on(C_GetInfo, call -> {
                MemorySegment info = call.at(0, layout.size());
                info.asSlice(layout.offset(0), 2).copyFrom(MemorySegment.ofArray(new byte[] {3, (byte) 200}));
                info.asSlice(layout.offset(1), 32).copyFrom(MemorySegment.ofArray(padded("  Grünstein GmbH", 32)));
                info.asSlice(layout.offset(3), 32).copyFrom(MemorySegment.ofArray(padded("ended\0rubbish", 32)));
                info.asSlice(layout.offset(4), 2).copyFrom(MemorySegment.ofArray(new byte[] {(byte) 255, 0}));
                return 0;
            });
            assertEquals(
                    new Description.Library("3.200", "Grünstein GmbH", "ended", "255.0"),
                    stub.load().library().info());
        }
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    void everyMemberOfASlotIsReadFromItsPlace(Abi abi) throws Exception {
        Struct layout = new Structs(abi).slotInfo;
        try (StubLibrary stub = new StubLibrary(abi)) {
            stub.on(C_GetSlotInfo, call -> {
                assertEquals(0xFFFF_FFF0L, call.number(0), "slot numbers are unsigned");
                MemorySegment info = call.at(1, layout.size());
                info.fill((byte) ' ');
                info.asSlice(layout.offset(0), 64).copyFrom(MemorySegment.ofArray(padded("x".repeat(64), 64)));
                info.asSlice(layout.offset(1), 32).copyFrom(MemorySegment.ofArray(padded("maker", 32)));
                abi.writeUlong(info, layout.offset(2), 5);
                return 0;
            });
            assertEquals(
                    new Description.Slot("x".repeat(64), "maker", 5),
                    stub.load().library().slot(0xFFFF_FFF0L));
        }
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    void everyMemberOfATokenIsReadFromItsPlace(Abi abi) throws Exception {
        Struct layout = new Structs(abi).tokenInfo;
        try (StubLibrary stub = new StubLibrary(abi)) {
            stub.on(C_GetTokenInfo, call -> {
                MemorySegment info = call.at(1, layout.size());
                String[] texts = {"label", "maker", "model", "serial"};
                int[] lengths = {32, 32, 16, 16};
                for (int i = 0; i < 4; i++) {
                    info.asSlice(layout.offset(i), lengths[i])
                            .copyFrom(MemorySegment.ofArray(padded(texts[i], lengths[i])));
                }
                for (int i = 4; i < 15; i++) {
                    abi.writeUlong(info, layout.offset(i), 100 + i);
                }
                abi.writeUlong(info, layout.offset(5), -1);
                info.asSlice(layout.offset(15), 4).copyFrom(MemorySegment.ofArray(new byte[] {1, 2, 3, 4}));
                return 0;
            });
            // Flags, ulMaxSessionCount, ulMinPinLen and ulMaxPinLen are the 5th, 6th, 11th and 10th of its members.
            assertEquals(
                    new Description.Token("label", "maker", "model", "serial", "3.4", 104, Abi.UNAVAILABLE, 110, 109),
                    stub.load().library().token(1));
        }
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    void vendorsOwnMechanismsKeepTheirNumber(Abi abi) throws Exception {
        try (StubLibrary stub = new StubLibrary(abi)) {
            stub.on(C_GetMechanismInfo, call -> {
                assertEquals(7, call.number(0));
                assertEquals(0x8000_0001L, call.number(1));
                call.putUlong(2, 0, 256);
                call.putUlong(2, 1, 521);
                call.putUlong(2, 2, 0x8000_0000L);
                return 0;
            });
            assertEquals(
                    new Description.Mechanism(256, 521, 0x8000_0000L),
                    stub.load().library().mechanism(7, 0x8000_0001L));
        }
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    void aListThatGrowsIsAskedForAgainAndOneThatShrinksIsShort(Abi abi) throws Exception {
        int[] present = {2};
        try (StubLibrary stub = new StubLibrary(abi)) {
            stub.on(C_GetSlotList, call -> {
                assertEquals(1, call.number(0), "only slots with a token were asked for");
                long room = call.ulongAt(2, 0);
                call.putUlong(2, 0, present[0]);
                if (call.isNull(1)) {
                    present[0]++;
                    return 0;
                }
                if (room < present[0]) {
                    return ReturnValue.BUFFER_TOO_SMALL;
                }
                present[0] = 1;
                call.putUlong(2, 0, 1);
                call.putUlong(1, 0, 0x9000_0000L);
                return 0;
            });
            assertArrayEquals(new long[] {0x9000_0000L}, stub.load().library().slots(true));
            assertEquals(List.of(C_GetSlotList, C_GetSlotList, C_GetSlotList), stub.calls());
        }
    }

    @Test
    void allSlotsAreAskedForWithFalseAndNoSlotIsAnEmptyList() throws Exception {
        try (StubLibrary stub = new StubLibrary(Abi.POSIX)) {
            stub.on(C_GetSlotList, call -> {
                call.putUlong(2, 0, 0);
                return call.number(0);
            });
            assertEquals(0, stub.load().library().slots(false).length);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "5000000000, 2", "65537, 2", "2, 3", "2, -1"})
    void lengthsThatCannotBeAreRefused(long announced, long given) throws Exception {
        try (StubLibrary stub = new StubLibrary(Abi.POSIX)) {
            stub.on(C_GetMechanismList, call -> {
                call.putUlong(2, 0, call.isNull(1) ? announced : given);
                return 0;
            });
            LibraryCalls library = stub.load().library();
            CryptokiException refused = assertThrows(CryptokiException.class, () -> library.mechanisms(1));
            assertTrue(refused.is(ReturnValue.GENERAL_ERROR));
            assertTrue(
                    String.valueOf(refused.getMessage()).startsWith("C_GetMechanismList gave the length "),
                    refused.getMessage());
        }
    }

    @Test
    void aBufferThatIsTooSmallForNoReasonIsNotAskedForForEver() throws Exception {
        try (StubLibrary stub = new StubLibrary(Abi.POSIX)) {
            stub.on(C_GetMechanismList, call -> {
                call.putUlong(2, 0, 4);
                return call.isNull(1) ? 0 : ReturnValue.BUFFER_TOO_SMALL;
            });
            LibraryCalls library = stub.load().library();
            CryptokiException refused = assertThrows(CryptokiException.class, () -> library.mechanisms(1));
            assertTrue(refused.is(ReturnValue.BUFFER_TOO_SMALL));
            assertEquals(2, stub.calls().size());
        }
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    void aTokensLabelIsPaddedWithBlanksAndItsPinCounted(Abi abi) throws Exception {
        List<String> seen = new ArrayList<>();
        try (StubLibrary stub = new StubLibrary(abi);
                Arena arena = Arena.ofConfined()) {
            stub.on(C_InitToken, call -> {
                String pin = call.isNull(1) ? "NULL" : call.text(1, call.number(2));
                seen.add(call.number(0) + " " + pin + " " + call.number(2) + " " + call.text(3, 32) + "|");
                return 0;
            });
            LibraryCalls library = stub.load().library();
            library.initToken(3, Memory.of(arena, "31415926".getBytes(StandardCharsets.US_ASCII)), "Würfel");
            library.initToken(4, MemorySegment.NULL, "y".repeat(32));
            assertEquals(
                    List.of("3 31415926 8 Würfel" + " ".repeat(25) + "|", "4 NULL 0 " + "y".repeat(32) + "|"), seen);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> library.initToken(3, MemorySegment.NULL, "ü".repeat(16) + "z"));
            assertEquals(2, seen.size(), "nothing was destroyed under a label that does not fit");
        }
    }
}
