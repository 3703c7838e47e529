package cairn.hsm.cryptoki;

import static cairn.hsm.cryptoki.CryptokiFunction.C_CreateObject;
import static cairn.hsm.cryptoki.CryptokiFunction.C_DestroyObject;
import static cairn.hsm.cryptoki.CryptokiFunction.C_FindObjects;
import static cairn.hsm.cryptoki.CryptokiFunction.C_FindObjectsFinal;
import static cairn.hsm.cryptoki.CryptokiFunction.C_FindObjectsInit;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GetAttributeValue;
import static cairn.hsm.cryptoki.CryptokiFunction.C_SetAttributeValue;
import static cairn.hsm.cryptoki.FunctionTable.check;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects and their attributes (PKCS#11 section 5.7). */
public final class ObjectCalls {
    private static final int BATCH = 64;
    private static final long MOST_OCTETS = 1L << 24;

    /** A search that never ends would fill the memory with handles. */
    private static final long MOST_OBJECTS = 1L << 20;

    private final FunctionTable table;

    ObjectCalls(FunctionTable table) {
        this.table = table;
    }

    /** C_FindObjectsInit, C_FindObjects until nothing comes, C_FindObjectsFinal; the handles. */
    public List<Long> find(long session, List<Attribute> template) throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment wanted = Attribute.write(table, arena, template);
            check(
                    C_FindObjectsInit,
                    table.calls.upu(table.pointer(C_FindObjectsInit), session, wanted, template.size()));
            List<Long> found = new ArrayList<>();
            try {
                collect(session, arena, found);
            } catch (CryptokiException e) {
                // The session must not stay in a search; what ended the search is what the caller wants to know.
                table.calls.u(table.pointer(C_FindObjectsFinal), session);
                throw e;
            }
            check(C_FindObjectsFinal, table.calls.u(table.pointer(C_FindObjectsFinal), session));
            return found;
        }
    }

    private void collect(long session, Arena arena, List<Long> found) throws CryptokiException {
        int width = table.abi.ulongBytes();
        MemorySegment handles = arena.allocate((long) BATCH * width);
        MemorySegment count = arena.allocate(width);
        long got;
        do {
            check(C_FindObjects, table.calls.upup(table.pointer(C_FindObjects), session, handles, BATCH, count));
            got = Memory.announced(C_FindObjects, table.abi.readUlong(count, 0), BATCH);
            Memory.announced(C_FindObjects, found.size() + got, MOST_OBJECTS);
            for (int i = 0; i < got; i++) {
                found.add(table.abi.readUlong(handles, (long) i * width));
            }
        } while (got > 0);
    }

    /**
     * C_GetAttributeValue. Attributes that the object does not have or does not show are left out; when one of several
     * is like that each is asked for alone, since not every library goes on after the first.
     */
    public AttributeValues attributes(long session, long object, long... types) throws CryptokiException {
        Map<Long, byte[]> values = new HashMap<>();
        if (!read(session, object, types, values)) {
            for (long type : types) {
                read(session, object, new long[] {type}, values);
            }
        }
        return new AttributeValues(table.abi, values);
    }

    /** Reads all of {@code types}, or none and returns false if one has no value. */
    private boolean read(long session, long object, long[] types, Map<Long, byte[]> values) throws CryptokiException {
        MemorySegment function = table.pointer(C_GetAttributeValue);
        Struct layout = table.structs.attribute;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment array = arena.allocate(layout.size() * types.length);
            MemorySegment[] rooms = new MemorySegment[types.length];
            for (int i = 0; i < types.length; i++) {
                table.abi.writeUlong(array, i * layout.size() + layout.offset(0), types[i]);
            }
            long rv = table.calls.uupu(function, session, object, array, types.length);
            if (isWithheld(rv)) {
                return false;
            }
            check(C_GetAttributeValue, rv);
            for (int i = 0; i < types.length; i++) {
                long length = table.abi.readUlong(array, i * layout.size() + layout.offset(2));
                if (isNone(length)) {
                    return false;
                }
                rooms[i] = arena.allocate(Math.max(1, Memory.announced(C_GetAttributeValue, length, MOST_OCTETS)))
                        .asSlice(0, length);
                table.abi.writePointer(array, i * layout.size() + layout.offset(1), rooms[i]);
            }
            rv = table.calls.uupu(function, session, object, array, types.length);
            if (isWithheld(rv)) {
                return false;
            }
            check(C_GetAttributeValue, rv);
            Map<Long, byte[]> answered = new HashMap<>();
            for (int i = 0; i < types.length; i++) {
                long length = table.abi.readUlong(array, i * layout.size() + layout.offset(2));
                if (isNone(length)) {
                    return false;
                }
                answered.put(types[i], Memory.answer(C_GetAttributeValue, rooms[i], length));
            }
            values.putAll(answered);
            return true;
        }
    }

    /** CK_UNAVAILABLE_INFORMATION; some libraries forget its upper half. */
    private static boolean isNone(long length) {
        return length < 0 || length > Integer.MAX_VALUE;
    }

    private static boolean isWithheld(long rv) {
        return rv == ReturnValue.ATTRIBUTE_SENSITIVE || rv == ReturnValue.ATTRIBUTE_TYPE_INVALID;
    }

    /** C_SetAttributeValue. */
    public void set(long session, long object, List<Attribute> template) throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment array = Attribute.write(table, arena, template);
            check(
                    C_SetAttributeValue,
                    table.calls.uupu(table.pointer(C_SetAttributeValue), session, object, array, template.size()));
        }
    }

    /** C_CreateObject; the handle. */
    public long create(long session, List<Attribute> template) throws CryptokiException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment array = Attribute.write(table, arena, template);
            MemorySegment handle = arena.allocate(table.abi.ulongBytes());
            check(
                    C_CreateObject,
                    table.calls.upup(table.pointer(C_CreateObject), session, array, template.size(), handle));
            return table.abi.readUlong(handle, 0);
        }
    }

    /** C_DestroyObject. */
    public void destroy(long session, long object) throws CryptokiException {
        check(C_DestroyObject, table.calls.uu(table.pointer(C_DestroyObject), session, object));
    }
}
