package cairn.hsm.cryptoki;

import static cairn.hsm.cryptoki.CryptokiFunction.C_CreateObject;
import static cairn.hsm.cryptoki.CryptokiFunction.C_DestroyObject;
import static cairn.hsm.cryptoki.CryptokiFunction.C_FindObjects;
import static cairn.hsm.cryptoki.CryptokiFunction.C_FindObjectsFinal;
import static cairn.hsm.cryptoki.CryptokiFunction.C_FindObjectsInit;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GetAttributeValue;
import static cairn.hsm.cryptoki.CryptokiFunction.C_SetAttributeValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.cryptoki.Constants.Cka;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches and attributes: in batches, by halves, and from libraries that lie about lengths. */
final class ObjectCallsTest {
    private static final String ABIS = "cairn.hsm.cryptoki.StubLibrary#abis";

    private static void refused(CryptokiFunction function, Executable work) {
        CryptokiException refused = assertThrows(CryptokiException.class, work);
        assertEquals(function, refused.function());
        assertEquals(ReturnValue.GENERAL_ERROR, refused.returnValue(), refused.getMessage());
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    void aSearchGoesOnUntilNothingComesAndThenEnds(Abi abi) throws Exception {
        long[] next = {0};
        long[] batches = {64, 1, 64, 0};
        int[] batch = {0};
        try (StubLibrary stub = new StubLibrary(abi)) {
            stub.on(C_FindObjectsInit, call -> {
                assertArrayEquals(
                        "root".getBytes(StandardCharsets.US_ASCII),
                        call.template(1, call.number(2)).get(Cka.LABEL));
                return 0;
            });
            stub.on(C_FindObjects, call -> {
                assertEquals(64, call.number(2));
                long count = batches[batch[0]++];
                for (int i = 0; i < count; i++) {
                    call.putUlong(1, i, 0xF000_0000L + next[0]++);
                }
                call.putUlong(3, 0, count);
                return 0;
            });
            stub.answer(C_FindObjectsFinal, 0);
            List<Long> found = stub.load().objects().find(1, List.of(Attribute.of(Cka.LABEL, "root")));
            assertEquals(
                    LongStream.range(0, 129).mapToObj(i -> 0xF000_0000L + i).toList(), found);
            assertEquals(C_FindObjectsFinal, stub.calls().getLast());
        }
    }

    @Test
    void aSearchThatFailsIsEndedAllTheSameAndTellsWhatFailed() throws Exception {
        try (StubLibrary stub = new StubLibrary(Abi.POSIX)) {
            stub.answer(C_FindObjectsInit, 0).answer(C_FindObjects, 0xB3).answer(C_FindObjectsFinal, 0x91);
            Cryptoki cryptoki = stub.load();
            CryptokiException failed = assertThrows(
                    CryptokiException.class, () -> cryptoki.objects().find(1, List.of()));
            assertEquals(C_FindObjects, failed.function());
            assertEquals(List.of(C_FindObjectsInit, C_FindObjects, C_FindObjectsFinal), stub.calls());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {65, -1, 0xFFFF_FFFFL})
    void moreHandlesThanThereWasRoomForAreNotBelieved(long count) throws Exception {
        try (StubLibrary stub = new StubLibrary(Abi.POSIX)) {
            stub.answer(C_FindObjectsInit, 0).answer(C_FindObjectsFinal, 0);
            stub.on(C_FindObjects, call -> {
                call.putUlong(3, 0, count);
                return 0;
            });
            Cryptoki cryptoki = stub.load();
            refused(C_FindObjects, () -> cryptoki.objects().find(1, List.of()));
            assertEquals(C_FindObjectsFinal, stub.calls().getLast());
        }
    }

    @Test
    void aSearchThatNeverEndsIsGivenUp() throws Exception {
        try (StubLibrary stub = new StubLibrary(Abi.POSIX)) {
            stub.answer(C_FindObjectsInit, 0).answer(C_FindObjectsFinal, 0);
            stub.on(C_FindObjects, call -> {
                call.putUlong(3, 0, 64);
                return 0;
            });
            Cryptoki cryptoki = stub.load();
            refused(C_FindObjects, () -> cryptoki.objects().find(1, List.of()));
            assertEquals((1 << 20) / 64 + 3, stub.calls().size());
        }
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    void attributesAreReadTogetherAndOneByOneWhereOneIsMissing(Abi abi) throws Exception {
        Map<Long, byte[]> object = Map.of(
                Cka.LABEL, "Schlüssel".getBytes(StandardCharsets.UTF_8), Cka.ID, new byte[0], Cka.SIGN, new byte[] {1});
        try (StubLibrary stub = new StubLibrary(abi)) {
            stub.on(C_GetAttributeValue, call -> {
                assertEquals(0x8000_0002L, call.number(1), "handles are unsigned");
                return call.giveAttributes(object);
            });
            ObjectCalls objects = stub.load().objects();
            AttributeValues whole = objects.attributes(1, 0x8000_0002L, Cka.LABEL, Cka.ID, Cka.SIGN);
            assertEquals("Schlüssel", whole.text(Cka.LABEL));
            assertEquals(0, whole.octets(Cka.ID).orElseThrow().length, "empty is not missing");
            assertEquals(2, stub.calls().size());
            AttributeValues part = objects.attributes(1, 0x8000_0002L, Cka.SIGN, Cka.VALUE, Cka.LABEL);
            assertEquals(Set.of(Cka.SIGN, Cka.LABEL), part.types());
            assertTrue(part.bool(Cka.SIGN).orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {ReturnValue.ATTRIBUTE_SENSITIVE, ReturnValue.ATTRIBUTE_TYPE_INVALID})
    void whatIsWithheldOnlyWhenItIsFetchedIsLeftOutToo(long rv) throws Exception {
        try (StubLibrary stub = new StubLibrary(Abi.POSIX)) {
            stub.on(C_GetAttributeValue, call -> {
                call.giveAttributes(Map.of(Cka.VALUE, new byte[] {1, 2, 3}));
                boolean asksForLength = stub.calls().size() % 2 == 1;
                return asksForLength ? 0 : rv;
            });
            assertEquals(
                    Set.of(), stub.load().objects().attributes(1, 2, Cka.VALUE).types());
        }
    }

    @Test
    void aLengthThatIsUnavailableWithoutAnErrorIsNoValue() throws Exception {
        for (Abi abi : List.of(Abi.POSIX, Abi.WINDOWS)) {
            try (StubLibrary stub = new StubLibrary(abi)) {
                stub.on(C_GetAttributeValue, call -> {
                    call.giveAttributes(Map.of(Cka.LABEL, new byte[] {65}));
                    return 0;
                });
                AttributeValues values = stub.load().objects().attributes(1, 2, Cka.VALUE, Cka.LABEL);
                assertEquals(Set.of(Cka.LABEL), values.types());
            }
        }
    }

    /** Answers with {@code first} as the length before there is room, and {@code second} after. */
    private static AttributeValues liar(long first, long second) throws Exception {
        try (StubLibrary stub = new StubLibrary(Abi.POSIX)) {
            Struct layout = new Structs(Abi.POSIX).attribute;
            stub.on(C_GetAttributeValue, call -> {
                MemorySegment attribute = call.at(2, layout.size());
                MemorySegment room = Abi.POSIX.readPointer(attribute, layout.offset(1));
                Abi.POSIX.writeUlong(attribute, layout.offset(2), room.address() == 0 ? first : second);
                return 0;
            });
            return stub.load().objects().attributes(1, 2, Cka.LABEL);
        }
    }

    @Test
    void anAnswerMayBeShorterThanAnnouncedButNeverLonger() throws Exception {
        assertArrayEquals(new byte[2], liar(3, 2).octets(Cka.LABEL).orElseThrow());
        assertEquals(Set.of(), liar(3, -1).types(), "taken back");
        refused(C_GetAttributeValue, () -> liar(3, 4));
        refused(C_GetAttributeValue, () -> liar(0, 1));
        refused(C_GetAttributeValue, () -> liar(3, Integer.MAX_VALUE));
        refused(C_GetAttributeValue, () -> liar((1 << 24) + 1, 1));
        // The upper half of CK_UNAVAILABLE_INFORMATION is missing, before or after.
        assertEquals(Set.of(), liar(0xFFFF_FFFFL, 1).types());
        assertEquals(Set.of(), liar(3, 0xFFFF_FFFFL).types());
    }

    @ParameterizedTest
    @MethodSource(ABIS)
    void templatesCarryEveryKindOfValue(Abi abi) throws Exception {
        try (StubLibrary stub = new StubLibrary(abi)) {
            StubLibrary.Stub check = call -> {
                int at = call.number(0) == 1 ? 1 : 2;
                Map<Long, byte[]> template = call.template(at, call.number(at + 1));
                assertEquals(
                        List.of(Cka.CLASS, Cka.TOKEN, Cka.PRIVATE, Cka.LABEL, Cka.ID), List.copyOf(template.keySet()));
                byte[] number = new byte[abi.ulongBytes()];
                number[0] = 4;
                assertArrayEquals(number, template.get(Cka.CLASS));
                assertArrayEquals(new byte[] {1}, template.get(Cka.TOKEN));
                assertArrayEquals(new byte[] {0}, template.get(Cka.PRIVATE));
                assertArrayEquals("é".getBytes(StandardCharsets.UTF_8), template.get(Cka.LABEL));
                assertArrayEquals(new byte[0], template.get(Cka.ID));
                return 0;
            };
            stub.on(C_CreateObject, call -> {
                call.putUlong(3, 0, 77);
                return check.perform(call);
            });
            stub.on(C_SetAttributeValue, check);
            stub.on(C_DestroyObject, call -> call.number(0) == 8 && call.number(1) == 9 ? 0 : 5);
            ObjectCalls objects = stub.load().objects();
            List<Attribute> template = List.of(
                    Attribute.of(Cka.CLASS, 4),
                    Attribute.of(Cka.TOKEN, true),
                    Attribute.of(Cka.PRIVATE, false),
                    Attribute.of(Cka.LABEL, "é"),
                    Attribute.of(Cka.ID, new byte[0]));
            assertEquals(77, objects.create(1, template));
            objects.set(2, 3, template);
            objects.destroy(8, 9);
        }
    }
}
