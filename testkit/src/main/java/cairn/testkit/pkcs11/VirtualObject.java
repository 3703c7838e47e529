package cairn.testkit.pkcs11;

import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An object on a token: its attributes as they are returned, and for a private key what signs. */
final class VirtualObject {
    private final NativeLayout layout;
    private final Map<Long, byte[]> attributes;
    private @Nullable PrivateKey privateKey;

    VirtualObject(NativeLayout layout, Map<Long, byte[]> attributes, @Nullable PrivateKey privateKey) {
        this.layout = layout;
        this.attributes = new TreeMap<>(attributes);
        this.privateKey = privateKey;
    }

    Optional<byte[]> get(long type) {
        return Optional.ofNullable(attributes.get(type));
    }

    void put(long type, byte[] value) {
        attributes.put(type, value.clone());
    }

    boolean isTrue(long type) {
        byte[] value = attributes.get(type);
        return value != null && value.length == 1 && value[0] != 0;
    }

    long ulong(long type) throws RefusedException {
        byte[] value = attributes.get(type);
        if (value == null) {
            throw new RefusedException(Pkcs11.CKR_GENERAL_ERROR);
        }
        return layout.ulongOf(value);
    }

    boolean matches(Map<Long, byte[]> wanted) {
        return wanted.entrySet().stream().allMatch(entry -> {
            byte[] value = attributes.get(entry.getKey());
            return value != null && Arrays.equals(value, entry.getValue());
        });
    }

    Optional<PrivateKey> privateKey() {
        return Optional.ofNullable(privateKey);
    }

    /** The key material changes and all else stays: what nobody should be able to do unseen. */
    void replace(Map<Long, byte[]> material, @Nullable PrivateKey key) {
        attributes.putAll(material);
        privateKey = key;
    }
}
