package cairn.hsm.cryptoki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Structures as a C compiler lays them out, for both platforms. */
final class AbiTest {
    private final Structs posix = new Structs(Abi.POSIX);
    private final Structs windows = new Structs(Abi.WINDOWS);

    @Test
    void structuresHaveTheSizesThatTheCompilerGivesThem() {
        assertEquals(List.of(88L, 72L), sizes(posix.info, windows.info));
        assertEquals(List.of(112L, 104L), sizes(posix.slotInfo, windows.slotInfo));
        assertEquals(List.of(208L, 160L), sizes(posix.tokenInfo, windows.tokenInfo));
        assertEquals(List.of(24L, 12L), sizes(posix.mechanismInfo, windows.mechanismInfo));
        assertEquals(List.of(32L, 16L), sizes(posix.sessionInfo, windows.sessionInfo));
        assertEquals(List.of(24L, 16L), sizes(posix.mechanism, windows.mechanism));
        assertEquals(List.of(24L, 16L), sizes(posix.attribute, windows.attribute));
        assertEquals(List.of(48L, 44L), sizes(posix.initializeArgs, windows.initializeArgs));
        assertEquals(List.of(24L, 20L), sizes(posix.interfaceEntry, windows.interfaceEntry));
        assertEquals(List.of(24L, 12L), sizes(posix.pssParams, windows.pssParams));
    }

    private static List<Long> sizes(Struct first, Struct second) {
        return List.of(first.size(), second.size());
    }

    @Test
    void theFirstFunctionStandsBehindTheVersion() {
        assertEquals(8, posix.functionListHead.offset(1));
        assertEquals(2, windows.functionListHead.offset(1));
    }

    @Test
    void membersAreWhereTheCompilerPutsThem() {
        assertEquals(96, posix.tokenInfo.offset(4), "flags");
        assertEquals(96, windows.tokenInfo.offset(4));
        assertEquals(184, posix.tokenInfo.offset(15), "hardwareVersion");
        assertEquals(140, windows.tokenInfo.offset(15));
        assertEquals(40, posix.info.offset(2), "flags");
        assertEquals(34, windows.info.offset(2));
        assertEquals(8, posix.attribute.offset(1), "pValue");
        assertEquals(4, windows.attribute.offset(1));
        assertEquals(16, posix.attribute.offset(2), "ulValueLen");
        assertEquals(12, windows.attribute.offset(2));
        assertEquals(40, posix.initializeArgs.offset(5), "pReserved");
        assertEquals(36, windows.initializeArgs.offset(5));
    }

    @Test
    void numbersOfBothWidthsAreUnsigned() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment place = arena.allocate(16);
            for (long value : new long[] {0, 1, 0x7fffffffL, 0x80000000L, 0xfffffffeL}) {
                Abi.POSIX.writeUlong(place, 1, value);
                assertEquals(value, Abi.POSIX.readUlong(place, 1));
                Abi.WINDOWS.writeUlong(place, 3, value);
                assertEquals(value, Abi.WINDOWS.readUlong(place, 3));
            }
            Abi.POSIX.writeUlong(place, 0, 0x2000000000000001L);
            assertEquals(0x2000000000000001L, Abi.POSIX.readUlong(place, 0), "slot numbers of 64 bits");
        }
    }

    @Test
    void unavailableInformationIsTheSameForBoth() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ones = arena.allocate(8).fill((byte) 0xff);
            assertEquals(Abi.UNAVAILABLE, Abi.POSIX.readUlong(ones, 0));
            assertEquals(Abi.UNAVAILABLE, Abi.WINDOWS.readUlong(ones, 0));
        }
    }

    @Test
    void aNarrowNumberTakesFourOctets() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment place = arena.allocate(8).fill((byte) 0x55);
            Abi.WINDOWS.writeUlong(place, 0, 7);
            assertEquals(0x55555555, place.get(ValueLayout.JAVA_INT, 4));
        }
    }

    @Test
    void pointersNeedNoAlignment() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment place = arena.allocate(16);
            Abi.WINDOWS.writePointer(place, 2, place);
            assertEquals(place.address(), Abi.WINDOWS.readPointer(place, 2).address());
        }
    }

    @Test
    void noPlatformHasOtherWidths() {
        assertThrows(IllegalArgumentException.class, () -> new Abi(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Abi(8, 4));
    }

    @Test
    void thePlatformOfTheTestsIsKnown() {
        boolean windowsHere = System.getProperty("os.name").startsWith("Windows");
        assertEquals(windowsHere ? Abi.WINDOWS : Abi.POSIX, Abi.ofPlatform());
    }
}
