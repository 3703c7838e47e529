package cairn.hsm.cryptoki;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What an object answered. An attribute that it does not have, or does not show, has no value. */
public final class AttributeValues {
    private final Abi abi;
    private final Map<Long, byte[]> values;

    AttributeValues(Abi abi, Map<Long, byte[]> values) {
        this.abi = abi;
        this.values = Map.copyOf(values);
    }

    /** The attributes that have a value. */
    public Set<Long> types() {
        return values.keySet();
    }

    /** The octets. */
    public Optional<byte[]> octets(long type) {
        return Optional.ofNullable(values.get(type)).map(byte[]::clone);
    }

    /** A CK_BBOOL: any octet but zero is true. */
    public Optional<Boolean> bool(long type) {
        return octets(type).filter(value -> value.length == 1).map(value -> value[0] != 0);
    }

    /** A CK_ULONG. */
    public OptionalLong number(long type) {
        byte[] value = values.get(type);
        if (value == null || value.length != abi.ulongBytes()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(abi.readUlong(MemorySegment.ofArray(value), 0));
    }

    /** Text, or an empty one. */
    public String text(long type) {
        return octets(type)
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .orElse("");
    }
}
