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
            got = Math.min(BATCH, table.abi.readUlong(count, 0));
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
                if (length < 0 || length > Integer.MAX_VALUE) {
                    return false;
                }
                table.abi.writePointer(
                        array, i * layout.size() + layout.offset(1), arena.allocate(Math.max(1, length)));
            }
            rv = table.calls.uupu(function, session, object, array, types.length);
            if (isWithheld(rv)) {
                return false;
            }
            check(C_GetAttributeValue, rv);
            for (int i = 0; i < types.length; i++) {
                values.put(types[i], value(array, i * layout.size()));
            }
            return true;
        }
    }

    @SuppressWarnings("restricted") // the buffer is ours and has at least the length that was announced
    private byte[] value(MemorySegment array, long at) {
        Struct layout = table.structs.attribute;
        long length = table.abi.readUlong(array, at + layout.offset(2));
        MemorySegment buffer =
                table.abi.readPointer(array, at + layout.offset(1)).reinterpret(length);
        return Memory.read(buffer, (int) length);
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
