package cairn.hsm.broker;

import cairn.hsm.token.KeyProof;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.MechanismInfo;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.SignMechanism.Digest;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule.ModuleInfo;
import cairn.hsm.token.TokenModule.ObjectInfo;
import cairn.hsm.token.TokenModule.SlotInfo;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** The values of tokens on a wire; each {@code put} has its reader beside it. */
final class Values {
    /** Writes one value. */
    interface Writer<T> {
        void put(Wire wire, T value);
    }

    /** Reads one value. */
    interface Reader<T> {
        T read(Wire wire) throws IOException;
    }

    private Values() {}

    /** The constant with this name. */
    static <E extends Enum<E>> E named(E[] all, String name) throws IOException {
        for (E one : all) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        throw new Wire.GarbledException("no constant is named " + name);
    }

    static <T> void putList(Wire wire, Collection<T> values, Writer<T> writer) {
        wire.put(values.size());
        values.forEach(value -> writer.put(wire, value));
    }

    static <T> List<T> list(Wire wire, Reader<T> reader) throws IOException {
        List<T> values = new ArrayList<>();
        for (int left = wire.count(); left > 0; left--) {
            values.add(reader.read(wire));
        }
        return List.copyOf(values);
    }

    static <T> Set<T> set(Wire wire, Reader<T> reader) throws IOException {
        return new LinkedHashSet<>(list(wire, reader));
    }

    static void put(Wire wire, KeySpec spec) {
        switch (spec) {
            case KeySpec.Ec(KeySpec.Curve curve) -> wire.put("EC").put(curve.name());
            case KeySpec.Ed25519() -> wire.put("Ed25519").put("");
            case KeySpec.Rsa(int bits) -> wire.put("RSA").put(Integer.toString(bits));
            case KeySpec.MlDsa(int set) -> wire.put("ML-DSA").put(Integer.toString(set));
            case KeySpec.SlhDsa(String set) -> wire.put("SLH-DSA").put(set);
        }
    }

    static KeySpec keySpec(Wire wire) throws IOException {
        String family = wire.text();
        String parameter = wire.text();
        try {
            return switch (family) {
                case "EC" -> new KeySpec.Ec(KeySpec.Curve.valueOf(parameter));
                case "Ed25519" -> new KeySpec.Ed25519();
                case "RSA" -> new KeySpec.Rsa(Integer.parseInt(parameter));
                case "ML-DSA" -> new KeySpec.MlDsa(Integer.parseInt(parameter));
                case "SLH-DSA" -> new KeySpec.SlhDsa(parameter);
                default -> throw new IllegalArgumentException(family);
            };
        } catch (IllegalArgumentException e) {
            throw new Wire.GarbledException("a key of the kind " + family + " " + parameter);
        }
    }

    static void put(Wire wire, KeyRef key) {
        wire.put(key.id()).put(key.label());
        put(wire, key.spec());
    }

    static KeyRef keyRef(Wire wire) throws IOException {
        return new KeyRef(wire.text(), wire.text(), keySpec(wire));
    }

    static void put(Wire wire, SignMechanism mechanism) {
        switch (mechanism) {
            case SignMechanism.Ecdsa(Digest digest) ->
                wire.put(0).put(digest.name()).put(0);
            case SignMechanism.RsaPkcs(Digest digest) ->
                wire.put(1).put(digest.name()).put(0);
            case SignMechanism.RsaPss(Digest digest, int salt) ->
                wire.put(2).put(digest.name()).put(salt);
            case SignMechanism.EdDsa() -> wire.put(3).put("").put(0);
            case SignMechanism.MlDsa() -> wire.put(4).put("").put(0);
            case SignMechanism.SlhDsa() -> wire.put(5).put("").put(0);
        }
    }

    static SignMechanism mechanism(Wire wire) throws IOException {
        int kind = wire.integer();
        String digest = wire.text();
        int salt = wire.integer();
        return switch (kind) {
            case 0 -> new SignMechanism.Ecdsa(named(Digest.values(), digest));
            case 1 -> new SignMechanism.RsaPkcs(named(Digest.values(), digest));
            case 2 -> new SignMechanism.RsaPss(named(Digest.values(), digest), salt);
            case 3 -> new SignMechanism.EdDsa();
            case 4 -> new SignMechanism.MlDsa();
            case 5 -> new SignMechanism.SlhDsa();
            default -> throw new Wire.GarbledException("mechanism " + kind);
        };
    }

    static void put(Wire wire, MechanismInfo info) {
        wire.put(info.type()).put(info.name()).put(info.minKeySize()).put(info.maxKeySize());
        putList(wire, info.flags(), Wire::put);
    }

    static MechanismInfo mechanismInfo(Wire wire) throws IOException {
        return new MechanismInfo(wire.number(), wire.text(), wire.number(), wire.number(), set(wire, Wire::text));
    }

    static void put(Wire wire, TokenInfo info) {
        wire.put(info.label()).put(info.serialNumber()).put(info.manufacturer()).put(info.model());
        wire.put(info.firmwareVersion()).put(info.software());
        putList(wire, info.flags(), Wire::put);
        wire.put(info.maxSessions().isPresent()).put(info.maxSessions().orElse(0));
        wire.put(info.minPinLength()).put(info.maxPinLength());
    }

    static TokenInfo tokenInfo(Wire wire) throws IOException {
        return new TokenInfo(
                wire.text(),
                wire.text(),
                wire.text(),
                wire.text(),
                wire.text(),
                wire.bool(),
                set(wire, Wire::text),
                optionalNumber(wire),
                wire.integer(),
                wire.integer());
    }

    private static OptionalLong optionalNumber(Wire wire) throws IOException {
        boolean present = wire.bool();
        long value = wire.number();
        return present ? OptionalLong.of(value) : OptionalLong.empty();
    }

    static void put(Wire wire, SlotInfo slot) {
        wire.put(slot.slotId()).put(slot.description()).put(slot.manufacturer()).put(slot.initialized());
        TokenInfo token = slot.token();
        wire.put(token != null);
        if (token != null) {
            put(wire, token);
        }
    }

    static SlotInfo slotInfo(Wire wire) throws IOException {
        return new SlotInfo(wire.number(), wire.text(), wire.text(), wire.bool(), wire.bool() ? tokenInfo(wire) : null);
    }

    static void put(Wire wire, ObjectInfo object) {
        wire.put(object.objectClass());
        putList(
                wire,
                object.attributes().entrySet(),
                (w, entry) -> w.put(entry.getKey()).put(entry.getValue()));
    }

    static ObjectInfo objectInfo(Wire wire) throws IOException {
        String objectClass = wire.text();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int left = wire.count(); left > 0; left--) {
            attributes.put(wire.text(), wire.text());
        }
        return new ObjectInfo(objectClass, attributes);
    }

    static void put(Wire wire, ModuleInfo info) {
        wire.put(info.library()).put(info.manufacturer()).put(info.description());
        wire.put(info.version()).put(info.cryptokiVersion());
    }

    static ModuleInfo moduleInfo(Wire wire) throws IOException {
        return new ModuleInfo(wire.text(), wire.text(), wire.text(), wire.text(), wire.text());
    }

    static void put(Wire wire, KeyProof proof) {
        putList(
                wire,
                proof.answers().entrySet(),
                (w, entry) -> w.put(entry.getKey()).put(entry.getValue().booleanValue()));
        putList(wire, proof.deviations(), Wire::put);
    }

    static KeyProof keyProof(Wire wire) throws IOException {
        Map<String, Boolean> answers = new TreeMap<>();
        for (int left = wire.count(); left > 0; left--) {
            answers.put(wire.text(), wire.bool());
        }
        return new KeyProof(answers, set(wire, Wire::text));
    }

    static void put(Wire wire, TokenSelector selector) {
        wire.put(selector.label()).put(selector.serialNumber().isPresent());
        wire.put(selector.serialNumber().orElse(""));
    }

    static TokenSelector selector(Wire wire) throws IOException {
        String label = wire.text();
        boolean present = wire.bool();
        String serialNumber = wire.text();
        return new TokenSelector(label, present ? Optional.of(serialNumber) : Optional.empty());
    }

    static void put(Wire wire, TokenOptions options) {
        wire.put(options.sessions())
                .put(options.waitForSession().toNanos())
                .put(options.callTimeout().toNanos());
    }

    static TokenOptions options(Wire wire) throws IOException {
        int sessions = wire.integer();
        if (sessions < 1) {
            throw new Wire.GarbledException(sessions + " sessions");
        }
        return new TokenOptions(sessions, Duration.ofNanos(wire.number()), Duration.ofNanos(wire.number()));
    }
}
