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
import static cairn.hsm.cryptoki.FunctionTable.check;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The general functions and those on slots and tokens (PKCS#11 sections 5.4 and 5.5). */
public final class LibraryCalls {
    private static final int LABEL_LENGTH = 32;
    private static final long MOST_NUMBERS = 1L << 16;

    private final FunctionTable table;
    private final DescriptionReader reader;

    LibraryCalls(FunctionTable table) {
        this.table = table;
        this.reader = new DescriptionReader(table);
    }

    /**
     * C_Initialize.
     *
     * @param osLocking whether to set CKF_OS_LOCKING_OK, which is right for a program with several threads
     * @param reserved pReserved as UTF-8, or empty for NULL
     */
    public void initialize(boolean osLocking, Optional<String> reserved) throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            Struct layout = table.structs.initializeArgs;
            MemorySegment arguments = arena.allocate(layout.size());
            table.abi.writeUlong(arguments, layout.offset(4), osLocking ? Constants.Flag.OS_LOCKING_OK : 0);
            if (reserved.isPresent()) {
                table.abi.writePointer(arguments, layout.offset(5), arena.allocateFrom(reserved.get()));
            }
            check(C_Initialize, table.calls.p(table.pointer(C_Initialize), arguments));
        }
    }

    /** C_Finalize. */
    public void finish() throws CryptokiException {
        check(C_Finalize, table.calls.p(table.pointer(C_Finalize), MemorySegment.NULL));
    }

    /** C_GetInfo. */
    public Description.Library info() throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment answer = arena.allocate(table.structs.info.size());
            check(C_GetInfo, table.calls.p(table.pointer(C_GetInfo), answer));
            return reader.library(answer);
        }
    }

    /** C_GetSlotList; slot identifiers are unsigned 64-bit numbers. */
    public long[] slots(boolean tokenPresent) throws CryptokiException {
        byte only = (byte) (tokenPresent ? 1 : 0);
        MemorySegment function = table.pointer(C_GetSlotList);
        return list(C_GetSlotList, (values, count) -> table.calls.bpp(function, only, values, count));
    }

    /** C_GetSlotInfo. */
    public Description.Slot slot(long slotId) throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment answer = arena.allocate(table.structs.slotInfo.size());
            check(C_GetSlotInfo, table.calls.up(table.pointer(C_GetSlotInfo), slotId, answer));
            return reader.slot(answer);
        }
    }

    /** C_GetTokenInfo. */
    public Description.Token token(long slotId) throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment answer = arena.allocate(table.structs.tokenInfo.size());
            check(C_GetTokenInfo, table.calls.up(table.pointer(C_GetTokenInfo), slotId, answer));
            return reader.token(answer);
        }
    }

    /** C_GetMechanismList. */
    public long[] mechanisms(long slotId) throws CryptokiException {
        MemorySegment function = table.pointer(C_GetMechanismList);
        return list(C_GetMechanismList, (values, count) -> table.calls.upp(function, slotId, values, count));
    }

    /** C_GetMechanismInfo. */
    public Description.Mechanism mechanism(long slotId, long type) throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment answer = arena.allocate(table.structs.mechanismInfo.size());
            check(C_GetMechanismInfo, table.calls.uup(table.pointer(C_GetMechanismInfo), slotId, type, answer));
            return reader.mechanism(answer);
        }
    }

    /**
     * C_InitToken: destroys everything on the token.
     *
     * @param pin the security officer's; {@link MemorySegment#NULL} for a PIN pad
     * @param label at most 32 octets of UTF-8
     */
    public void initToken(long slotId, MemorySegment pin, String label) throws CryptokiException {
        byte[] utf8 = label.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > LABEL_LENGTH) {
            throw new IllegalArgumentException("a token's label has at most 32 octets: " + label);
        }
        try (Arena arena = Arena.ofConfined()) {
            byte[] padded = Arrays.copyOf(utf8, LABEL_LENGTH);
            Arrays.fill(padded, utf8.length, LABEL_LENGTH, (byte) ' ');
            MemorySegment text = Memory.of(arena, padded);
            check(C_InitToken, table.calls.upup(table.pointer(C_InitToken), slotId, pin, pin.byteSize(), text));
        }
    }

    /** Asks for the length, then for the values; asks again while the list grows in between. */
    private long[] list(CryptokiFunction function, ListCall call) throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            int width = table.abi.ulongBytes();
            MemorySegment count = ulong(arena);
            check(function, call.rv(MemorySegment.NULL, count));
            while (true) {
                long room = Memory.announced(function, table.abi.readUlong(count, 0), MOST_NUMBERS);
                MemorySegment values = arena.allocate(Math.max(1, room) * width);
                long rv = call.rv(values, count);
                if (rv == ReturnValue.BUFFER_TOO_SMALL && table.abi.readUlong(count, 0) > room) {
                    continue;
                }
                check(function, rv);
                long[] numbers = new long[(int) Memory.announced(function, table.abi.readUlong(count, 0), room)];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = table.abi.readUlong(values, (long) i * width);
                }
                return numbers;
            }
        }
    }

    private MemorySegment ulong(SegmentAllocator arena) {
        return arena.allocate(table.abi.ulongBytes());
    }

    @FunctionalInterface
    private interface ListCall {
        long rv(MemorySegment values, MemorySegment count);
    }
}
