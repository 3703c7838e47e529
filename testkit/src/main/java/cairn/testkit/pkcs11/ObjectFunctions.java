package cairn.testkit.pkcs11;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Objects: find, read, change, destroy. */
final class ObjectFunctions {
    private static final long UNAVAILABLE = -1;
    private static final Set<Long> SECRETS = Set.of(Pkcs11.CKA_VALUE, Pkcs11.CKA_PRIVATE_EXPONENT);
    private static final Set<Long> CHANGEABLE = Set.of(Pkcs11.CKA_LABEL, Pkcs11.CKA_ID);

    private final Library library;

    ObjectFunctions(Library library) {
        this.library = library;
    }

    void register(Map<Function, Handler> table) {
        table.put(Function.C_FindObjectsInit, this::findInit);
        table.put(Function.C_FindObjects, this::find);
        table.put(
                Function.C_FindObjectsFinal,
                call -> library.session(call.ulong(0)).endSearch());
        table.put(Function.C_GetAttributeValue, this::getAttributes);
        table.put(Function.C_SetAttributeValue, this::setAttributes);
        table.put(Function.C_DestroyObject, this::destroy);
    }

    static VirtualObject require(VirtualSession session, long handle, long otherwise) throws RefusedException {
        Optional<VirtualObject> object = session.token().object(handle);
        if (object.isEmpty()) {
            throw new RefusedException(otherwise);
        }
        return object.get();
    }

    private void findInit(Call call) throws RefusedException {
        VirtualSession session = library.session(call.ulong(0));
        session.beginSearch(session.token().find(Template.of(call, 1, 2).attributes()));
    }

    private void find(Call call) throws RefusedException {
        List<Long> found = library.session(call.ulong(0)).found(call.ulong(2));
        for (int i = 0; i < found.size(); i++) {
            call.layout()
                    .writeUlong(
                            Memory.from(call.target(1)),
                            (long) i * call.layout().ulong(),
                            found.get(i));
        }
        call.putUlong(3, found.size());
    }

    /** Section 5.7.5: each attribute gets its answer, and the call returns the last thing that went wrong. */
    private void getAttributes(Call call) throws RefusedException {
        VirtualSession session = library.session(call.ulong(0));
        VirtualObject object = require(session, call.ulong(1), Pkcs11.CKR_OBJECT_HANDLE_INVALID);
        boolean secret = object.ulong(Pkcs11.CKA_CLASS) == Pkcs11.CKO_PRIVATE_KEY;
        Template template = Template.of(call, 2, 3);
        long result = Pkcs11.CKR_OK;
        for (int i = 0; i < template.count(); i++) {
            Optional<byte[]> value = object.get(template.type(i));
            if (secret && SECRETS.contains(template.type(i))) {
                template.setLength(i, UNAVAILABLE);
                result = Pkcs11.CKR_ATTRIBUTE_SENSITIVE;
            } else if (value.isEmpty()) {
                template.setLength(i, UNAVAILABLE);
                result = Pkcs11.CKR_ATTRIBUTE_TYPE_INVALID;
            } else if (Memory.isNull(template.pointer(i))) {
                template.setLength(i, value.get().length);
            } else if (template.length(i) < value.get().length) {
                template.setLength(i, UNAVAILABLE);
                result = Pkcs11.CKR_BUFFER_TOO_SMALL;
            } else {
                Memory.write(template.pointer(i), value.get());
                template.setLength(i, value.get().length);
            }
        }
        if (result != Pkcs11.CKR_OK) {
            throw new RefusedException(result);
        }
    }

    private void setAttributes(Call call) throws RefusedException {
        VirtualSession session = library.session(call.ulong(0));
        session.requireReadWrite();
        VirtualObject object = require(session, call.ulong(1), Pkcs11.CKR_OBJECT_HANDLE_INVALID);
        Map<Long, byte[]> wanted = Template.of(call, 2, 3).attributes();
        if (!CHANGEABLE.containsAll(wanted.keySet())) {
            throw new RefusedException(Pkcs11.CKR_ATTRIBUTE_READ_ONLY);
        }
        wanted.forEach(object::put);
    }

    private void destroy(Call call) throws RefusedException {
        VirtualSession session = library.session(call.ulong(0));
        session.requireReadWrite();
        require(session, call.ulong(1), Pkcs11.CKR_OBJECT_HANDLE_INVALID);
        session.token().destroy(call.ulong(1));
    }
}
