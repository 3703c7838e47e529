package cairn.hsm.softtoken;

import cairn.hsm.token.KeySpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds of key that the software token has, and the name by which each is kept in the file. */
final class KeyKind {
    private static final Map<String, KeySpec> BY_NAME = byName();

    private KeyKind() {}

    static Set<KeySpec> all() {
        return Set.copyOf(BY_NAME.values());
    }

    static Optional<KeySpec> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static String name(KeySpec spec) {
        return switch (spec) {
            case KeySpec.Ec(KeySpec.Curve curve) -> "EC " + curve;
            case KeySpec.Ed25519() -> "Ed25519";
            case KeySpec.Rsa(int bits) -> "RSA " + bits;
            case KeySpec.MlDsa(int set) -> "ML-DSA " + set;
            case KeySpec.SlhDsa(String set) -> "SLH-DSA SHA2 " + set;
        };
    }

    private static Map<String, KeySpec> byName() {
        Map<String, KeySpec> map = new LinkedHashMap<>();
        for (KeySpec.Curve curve : KeySpec.Curve.values()) {
            add(map, new KeySpec.Ec(curve));
        }
        add(map, new KeySpec.Ed25519());
        for (int bits : new int[] {2048, 3072, 4096}) {
            add(map, new KeySpec.Rsa(bits));
        }
        for (int set : new int[] {44, 65, 87}) {
            add(map, new KeySpec.MlDsa(set));
        }
        for (String set : new String[] {"128s", "128f", "192s", "192f", "256s", "256f"}) {
            add(map, new KeySpec.SlhDsa(set));
        }
        return Map.copyOf(map);
    }

    private static void add(Map<String, KeySpec> map, KeySpec spec) {
        map.put(name(spec), spec);
    }
}
