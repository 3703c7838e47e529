package cairn.hsm.keys;

import static cairn.hsm.cryptoki.CryptokiFunction.C_DestroyObject;
import static cairn.hsm.cryptoki.CryptokiFunction.C_FindObjects;
import static cairn.hsm.cryptoki.CryptokiFunction.C_FindObjectsFinal;
import static cairn.hsm.cryptoki.CryptokiFunction.C_FindObjectsInit;
import static cairn.hsm.cryptoki.CryptokiFunction.C_GetAttributeValue;

import cairn.hsm.cryptoki.Abi;
import cairn.hsm.cryptoki.Constants.Cka;
import cairn.hsm.cryptoki.Constants.Ckk;
import cairn.hsm.cryptoki.Constants.Cko;
import cairn.hsm.cryptoki.LibraryLoadException;
import cairn.hsm.cryptoki.ReturnValue;
import cairn.hsm.cryptoki.Session;
import cairn.hsm.cryptoki.StubLibrary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Objects with whatever attributes a test gives them, sense or nonsense. */
final class StubObjects implements AutoCloseable {
    static final long SESSION = 1;

    final StubLibrary library = new StubLibrary(Abi.POSIX);
    final Map<Long, Map<Long, byte[]>> objects = new TreeMap<>();

    /** Handles in the order in which they were destroyed. */
    final List<Long> destroyed = new ArrayList<>();

    private final List<Long> found = new ArrayList<>();

    StubObjects() {
        library.on(C_FindObjectsInit, call -> {
            Map<Long, byte[]> wanted = call.template(1, call.number(2));
            found.clear();
            objects.forEach((handle, object) -> {
                if (wanted.entrySet().stream()
                        .allMatch(one -> Arrays.equals(object.get(one.getKey()), one.getValue()))) {
                    found.add(handle);
                }
            });
            return ReturnValue.OK;
        });
        library.on(C_FindObjects, call -> {
            for (int i = 0; i < found.size(); i++) {
                call.putUlong(1, i, found.get(i));
            }
            call.putUlong(3, 0, found.size());
            found.clear();
            return ReturnValue.OK;
        });
        library.answer(C_FindObjectsFinal, ReturnValue.OK);
        library.on(C_GetAttributeValue, call -> {
            Map<Long, byte[]> object = objects.get(call.number(1));
            return object == null ? ReturnValue.OBJECT_HANDLE_INVALID : call.giveAttributes(object);
        });
        library.on(C_DestroyObject, call -> {
            destroyed.add(call.number(1));
            return objects.remove(call.number(1)) == null ? ReturnValue.OBJECT_HANDLE_INVALID : ReturnValue.OK;
        });
    }

    Session session() throws LibraryLoadException {
        return new Session(library.load(), SESSION);
    }

    /** The attributes of an object, to be changed. */
    Map<Long, byte[]> object(long handle) {
        return Objects.requireNonNull(objects.get(handle));
    }

    static byte[] number(long value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24), 0, 0, 0, 0};
    }

    static byte[] bool(boolean value) {
        return new byte[] {(byte) (value ? 1 : 0)};
    }

    /** The attributes that every key has. */
    static Map<Long, byte[]> key(long objectClass, long keyType, byte[] id, String label) {
        Map<Long, byte[]> key = new HashMap<>();
        key.put(Cka.CLASS, number(objectClass));
        key.put(Cka.KEY_TYPE, number(keyType));
        key.put(Cka.ID, id);
        key.put(Cka.LABEL, label.getBytes(StandardCharsets.UTF_8));
        return key;
    }

    /** A private key that may sign. */
    static Map<Long, byte[]> privateKey(byte[] id, String label) {
        Map<Long, byte[]> key = key(Cko.PRIVATE_KEY, Ckk.EC_EDWARDS, id, label);
        key.put(Cka.SIGN, bool(true));
        return key;
    }

    /** An Ed25519 public key; {@code fill} makes one differ from another. */
    static Map<Long, byte[]> publicKey(byte[] id, String label, int fill) {
        Map<Long, byte[]> key = key(Cko.PUBLIC_KEY, Ckk.EC_EDWARDS, id, label);
        key.put(Cka.EC_PARAMS, Curves.EDWARDS_OID);
        byte[] point = new byte[32];
        Arrays.fill(point, (byte) fill);
        key.put(Cka.EC_POINT, point);
        return key;
    }

    @Override
    public void close() {
        library.close();
    }
}
