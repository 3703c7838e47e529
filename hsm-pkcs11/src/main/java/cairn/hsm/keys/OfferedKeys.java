package cairn.hsm.keys;

import cairn.hsm.cryptoki.Constants.Ckm;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import cairn.hsm.token.MechanismInfo;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which kinds of key a token can both generate and sign with, by its list of mechanisms. */
public final class OfferedKeys {
    private OfferedKeys() {}

    /** The kinds, in the order in which they are shown. */
    public static Set<KeySpec> of(Collection<MechanismInfo> mechanisms) {
        Map<Long, MechanismInfo> byType = mechanisms.stream()
                .collect(Collectors.toMap(MechanismInfo::type, Function.identity(), (first, second) -> first));
        Set<KeySpec> offered = new LinkedHashSet<>();
        if (byType.containsKey(Ckm.ECDSA)) {
            for (Curve curve : Curve.values()) {
                addIf(offered, new KeySpec.Ec(curve), byType.get(Ckm.EC_KEY_PAIR_GEN), Curves.bits(curve));
            }
        }
        if (byType.containsKey(Ckm.RSA_PKCS) || byType.containsKey(Ckm.RSA_PKCS_PSS)) {
            for (int bits : new int[] {2048, 3072, 4096}) {
                addIf(offered, new KeySpec.Rsa(bits), byType.get(Ckm.RSA_PKCS_KEY_PAIR_GEN), bits);
            }
        }
        if (byType.containsKey(Ckm.EDDSA) && byType.containsKey(Ckm.EC_EDWARDS_KEY_PAIR_GEN)) {
            offered.add(new KeySpec.Ed25519());
        }
        if (byType.containsKey(Ckm.ML_DSA) && byType.containsKey(Ckm.ML_DSA_KEY_PAIR_GEN)) {
            for (int parameterSet : new int[] {44, 65, 87}) {
                offered.add(new KeySpec.MlDsa(parameterSet));
            }
        }
        return offered;
    }

    /** Some tokens give no sizes, or in octets; a range that cannot be in bits is not believed. */
    private static void addIf(Set<KeySpec> offered, KeySpec spec, @Nullable MechanismInfo generator, int bits) {
        if (generator == null) {
            return;
        }
        boolean inBits = generator.maxKeySize() >= 112;
        if (!inBits || (generator.minKeySize() <= bits && bits <= generator.maxKeySize())) {
            offered.add(spec);
        }
    }
}
