package cairn.testkit.pkcs11;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;

/** C_Initialize, C_Finalize, C_GetInfo and what hands out function lists. */
final class GeneralFunctions {
    private static final String INTERFACE_NAME = "PKCS 11";

    private final Library library;
    private volatile Lists lists = new Lists(MemorySegment.NULL, List.of());

    /** The structures that C_GetFunctionList and C_GetInterface hand out, newest interface first. */
    record Lists(MemorySegment functionList, List<Interface> interfaces) {}

    /** A CK_INTERFACE and what it says. */
    record Interface(int major, int minor, MemorySegment structure) {}

    GeneralFunctions(Library library) {
        this.library = library;
    }

    /** What to hand out; the lists can only be made once all functions exist. */
    void handOut(Lists made) {
        lists = made;
    }

    void register(Map<Function, Handler> table) {
        table.put(Function.C_Initialize, this::initialize);
        table.put(Function.C_Finalize, this::finalizeLibrary);
        table.put(Function.C_GetInfo, this::getInfo);
        table.put(
                Function.C_GetFunctionList,
                call -> new StructCursor(call.layout(), Memory.from(call.target(0))).putPointer(lists.functionList()));
        table.put(Function.C_GetInterfaceList, this::getInterfaceList);
        table.put(Function.C_GetInterface, this::getInterface);
    }

    private void initialize(Call call) throws RefusedException {
        if (!call.isNull(0)) {
            StructCursor arguments = call.struct(0);
            int callbacks = 0;
            for (int i = 0; i < 4; i++) {
                callbacks += Memory.isNull(arguments.pointer()) ? 0 : 1;
            }
            long flags = arguments.ulong();
            boolean reserved = !Memory.isNull(arguments.pointer());
            // Section 5.4: all four mutex functions or none; pReserved must be null; only flags 1 and 2 exist.
            if ((callbacks != 0 && callbacks != 4) || reserved || (flags & ~3L) != 0) {
                throw new RefusedException(Pkcs11.CKR_ARGUMENTS_BAD);
            }
        }
        library.initialize();
    }

    private void finalizeLibrary(Call call) throws RefusedException {
        if (!call.isNull(0)) {
            throw new RefusedException(Pkcs11.CKR_ARGUMENTS_BAD);
        }
        library.requireInitialized();
        library.finalizeLibrary();
    }

    private void getInfo(Call call) throws RefusedException {
        library.requireInitialized();
        call.struct(0)
                .putVersion(3, 2)
                .putText("Cairn test kit", 32)
                .putUlong(0)
                .putText("PKCS#11 module in Java", 32)
                .putVersion(1, 0);
    }

    private void getInterfaceList(Call call) throws RefusedException {
        List<Interface> all = lists.interfaces();
        long room = call.isNull(0) ? 0 : call.ulongAt(1);
        call.putUlong(1, all.size());
        if (call.isNull(0)) {
            return;
        }
        if (room < all.size()) {
            throw new RefusedException(Pkcs11.CKR_BUFFER_TOO_SMALL);
        }
        MemorySegment target = Memory.from(call.pointer(0));
        long size = all.getFirst().structure().byteSize();
        for (int i = 0; i < all.size(); i++) {
            MemorySegment.copy(all.get(i).structure(), 0, target, i * size, size);
        }
    }

    private void getInterface(Call call) throws RefusedException {
        if (!call.isNull(0) && !Memory.from(call.pointer(0)).getString(0).equals(INTERFACE_NAME)) {
            throw new RefusedException(Pkcs11.CKR_FUNCTION_FAILED);
        }
        byte[] version = Memory.bytes(call.pointer(1), 2);
        for (Interface offered : lists.interfaces()) {
            if (version.length == 0 || (version[0] == offered.major() && version[1] == offered.minor())) {
                call.struct(2).putPointer(offered.structure());
                return;
            }
        }
        throw new RefusedException(Pkcs11.CKR_FUNCTION_FAILED);
    }

    /** The structures that belong to a table of functions. */
    static Lists lists(NativeLayout layout, FunctionTable table) {
        MemorySegment name = table.text(INTERFACE_NAME);
        MemorySegment old = table.list(2, 40, Function.IN_2_40);
        return new Lists(
                old,
                List.of(
                        offer(layout, table, name, new Offer(3, 2, table.list(3, 2, Function.values().length))),
                        offer(layout, table, name, new Offer(3, 0, table.list(3, 0, Function.IN_3_0))),
                        offer(layout, table, name, new Offer(2, 40, old))));
    }

    private record Offer(int major, int minor, MemorySegment list) {}

    private static Interface offer(NativeLayout layout, FunctionTable table, MemorySegment name, Offer offer) {
        MemorySegment structure = table.allocate(64);
        StructCursor cursor = new StructCursor(layout, structure)
                .putPointer(name)
                .putPointer(offer.list())
                .putUlong(0);
        return new Interface(offer.major(), offer.minor(), structure.asSlice(0, cursor.offset()));
    }
}
