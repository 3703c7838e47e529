package cairn.hsm.cryptoki;

import static cairn.hsm.cryptoki.CryptokiFunction.C_Sign;
import static cairn.hsm.cryptoki.CryptokiFunction.C_SignFinal;
import static cairn.hsm.cryptoki.CryptokiFunction.C_SignInit;
import static cairn.hsm.cryptoki.CryptokiFunction.C_SignUpdate;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.cryptoki.Constants.Ckm;
import cairn.hsm.cryptoki.Constants.Mgf;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing over buffers that are used again: what arrives, what comes back, and what is not believed. */
final class SignCallsTest {
    private static final String ABIS = "cairn.hsm.cryptoki.StubLibrary#abis";

    @ParameterizedTest
    @MethodSource(ABIS)
    void aPlainMechanismHasNoParametersAndPssHasThree(Abi abi) throws Exception {
        Struct layout = new Structs(abi).mechanism;
        List<String> seen = new ArrayList<>();
        try (StubLibrary stub = new StubLibrary(abi);
                Arena arena = Arena.ofConfined()) {
            stub.answer(C_Sign, 0);
            stub.on(C_SignInit, call -> {
                MemorySegment mechanism = call.at(1, layout.size());
                MemorySegment parameter = abi.readPointer(mechanism, layout.offset(1));
                long length = abi.readUlong(mechanism, layout.offset(2));
                StringBuilder words = new StringBuilder(call.number(0) + " " + call.number(2) + " "
                        + Names.mechanism(abi.readUlong(mechanism, layout.offset(0))) + " " + length);
                if (parameter.address() != 0) {
                    // The parameters stand behind the mechanism in one buffer.
                    long place = parameter.address() - mechanism.address();
                    MemorySegment all = call.at(1, place + length);
                    for (int i = 0; i < 3; i++) {
                        words.append(' ').append(abi.readUlong(all, place + (long) i * abi.ulongBytes()));
                    }
                }
                seen.add(words.toString());
                return 0;
            });
            SignCalls signing = stub.load().signing(arena);
            signing.begin(1, new Mechanism.RsaPss(Ckm.SHA384, Mgf.SHA384, 48), 2);
            signing.begin(3, new Mechanism.Plain(Ckm.EDDSA), 4);
        }
        int three = 3 * abi.ulongBytes();
        assertEquals(List.of("1 2 CKM_RSA_PKCS_PSS " + three + " 608 3 48", "3 4 CKM_EDDSA 0"), seen);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16383, 16384, 16385, 100_000})
    void messagesOfEveryLengthArriveWhole(int length) throws Exception {
        byte[] message = new byte[length];
        new Random(length).nextBytes(message);
        byte[] signature = {9, 8, 7};
        for (Abi abi : List.of(Abi.POSIX, Abi.WINDOWS)) {
            try (StubLibrary stub = new StubLibrary(abi);
                    Arena arena = Arena.ofConfined()) {
                stub.answer(C_SignInit, 0);
                stub.on(C_Sign, call -> {
                    assertArrayEquals(message, call.octets(1, call.number(2)));
                    return call.give(3, 4, signature);
                });
                assertArrayEquals(signature, stub.load().signing(arena).finish(5, message));
                assertEquals(List.of(C_Sign), stub.calls());
            }
        }
    }

    @Test
    void aShortMessageAfterALongOneDoesNotCarryItsTail() throws Exception {
        List<byte[]> seen = new ArrayList<>();
        try (StubLibrary stub = new StubLibrary(Abi.POSIX);
                Arena arena = Arena.ofConfined()) {
            stub.answer(C_SignInit, 0);
            stub.on(C_Sign, call -> {
                seen.add(call.octets(1, call.number(2)));
                return call.give(3, 4, new byte[seen.size()]);
            });
            SignCalls signing = stub.load().signing(arena);
            assertEquals(1, signing.finish(1, new byte[] {1, 2, 3}).length);
            assertEquals(2, signing.finish(1, new byte[] {4}).length);
            assertArrayEquals(new byte[] {4}, seen.getLast());
        }
    }

    @Test
    void aSignatureBeyondTheBufferIsFetchedWithRoomAndTheRoomIsKept() throws Exception {
        byte[] large = new byte[49_856];
        Arrays.fill(large, (byte) 7);
        List<Long> rooms = new ArrayList<>();
        try (StubLibrary stub = new StubLibrary(Abi.POSIX);
                Arena arena = Arena.ofConfined()) {
            stub.answer(C_SignInit, 0);
            stub.on(C_Sign, call -> {
                rooms.add(call.ulongAt(4, 0));
                return call.give(3, 4, large);
            });
            SignCalls signing = stub.load().signing(arena);
            assertArrayEquals(large, signing.finish(1, new byte[1]));
            assertArrayEquals(large, signing.finish(1, new byte[1]));
        }
        assertEquals(List.of(8192L, 49_856L, 49_856L), rooms);
    }

    @Test
    void aBufferThatIsNeverLargeEnoughIsToldAfterTheSecondCall() throws Exception {
        try (StubLibrary stub = new StubLibrary(Abi.POSIX);
                Arena arena = Arena.ofConfined()) {
            stub.answer(C_SignInit, 0);
            stub.on(C_Sign, call -> {
                call.putUlong(4, 0, call.ulongAt(4, 0) + 1);
                return ReturnValue.BUFFER_TOO_SMALL;
            });
            SignCalls signing = stub.load().signing(arena);
            CryptokiException failed = assertThrows(CryptokiException.class, () -> signing.finish(1, new byte[1]));
            assertTrue(failed.is(ReturnValue.BUFFER_TOO_SMALL));
            assertEquals(List.of(C_Sign, C_Sign), stub.calls());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 8193", "0, -1", "0, 9223372036854775807", "336, -1", "336, 1048577"})
    void lengthsThatCannotBeAreRefused(long returnValue, long length) throws Exception {
        try (StubLibrary stub = new StubLibrary(Abi.POSIX);
                Arena arena = Arena.ofConfined()) {
            stub.answer(C_SignInit, 0).answer(C_SignUpdate, 0);
            StubLibrary.Stub lie = call -> {
                int at = stub.calls().getLast() == C_Sign ? 4 : 2;
                call.putUlong(at, 0, length);
                return returnValue;
            };
            stub.on(C_Sign, lie).on(C_SignFinal, lie);
            SignCalls signing = stub.load().signing(arena);
            CryptokiException failed = assertThrows(CryptokiException.class, () -> signing.finish(1, new byte[1]));
            assertEquals(C_Sign, failed.function());
            assertEquals(ReturnValue.GENERAL_ERROR, failed.returnValue());
            if (returnValue == 0) {
                failed = assertThrows(CryptokiException.class, () -> signing.finishInParts(1, List.of()));
                assertEquals(C_SignFinal, failed.function());
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    void partsArriveInOrderAndAnEmptyPartToo(Abi abi) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (StubLibrary stub = new StubLibrary(abi);
                Arena arena = Arena.ofConfined()) {
            stub.answer(C_SignInit, 0).answer(C_Sign, 0);
            stub.on(C_SignUpdate, call -> {
                all.writeBytes(call.octets(1, call.number(2)));
                return 0;
            });
            stub.on(C_SignFinal, call -> call.give(1, 2, new byte[] {5, 6}));
            byte[] signature = stub.load()
                    .signing(arena)
                    .finishInParts(1, List.of(new byte[] {1, 2}, new byte[0], new byte[] {3}));
            assertArrayEquals(new byte[] {5, 6}, signature);
            assertArrayEquals(new byte[] {1, 2, 3}, all.toByteArray());
            assertEquals(List.of(C_SignUpdate, C_SignUpdate, C_SignUpdate, C_SignFinal), stub.calls());
        }
    }
}
