package cairn.hsm.keys;

import cairn.hsm.cryptoki.Attribute;
import cairn.hsm.cryptoki.Constants.Cka;
import cairn.hsm.cryptoki.Constants.Ckm;
import cairn.hsm.token.KeySpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The templates of C_GenerateKeyPair. Every usage is stated, because what tokens assume differs and is lax. */
final class KeyTemplates {
    private static final byte[] EXPONENT_65537 = {1, 0, 1};

    /** What a private key must be; tokens are asked for each of these afterwards. */
    static final Map<Long, Boolean> PRIVATE_FLAGS = flags(
            Cka.TOKEN, true,
            Cka.PRIVATE, true,
            Cka.SENSITIVE, true,
            Cka.EXTRACTABLE, false,
            Cka.SIGN, true,
            Cka.SIGN_RECOVER, false,
            Cka.DECRYPT, false,
            Cka.UNWRAP, false,
            Cka.DERIVE, false);

    private static final Map<Long, Boolean> PUBLIC_FLAGS = flags(
            Cka.TOKEN, true,
            Cka.PRIVATE, false,
            Cka.VERIFY, true,
            Cka.VERIFY_RECOVER, false,
            Cka.ENCRYPT, false,
            Cka.WRAP, false);

    private KeyTemplates() {}

    /** CKM_…_KEY_PAIR_GEN. */
    static long generator(KeySpec spec) {
        return switch (spec) {
            case KeySpec.Ec ec -> Ckm.EC_KEY_PAIR_GEN;
            case KeySpec.Rsa rsa -> Ckm.RSA_PKCS_KEY_PAIR_GEN;
            case KeySpec.Ed25519 ed -> Ckm.EC_EDWARDS_KEY_PAIR_GEN;
            case KeySpec.MlDsa mlDsa -> Ckm.ML_DSA_KEY_PAIR_GEN;
            case KeySpec.SlhDsa slhDsa -> throw new IllegalArgumentException("no PKCS#11 token is offered SLH-DSA");
        };
    }

    /** For the public key; {@code edwardsParameters} is CKA_EC_PARAMS where {@code spec} is Ed25519. */
    static List<Attribute> publicKey(
            KeySpec spec, byte[] edwardsParameters, byte[] id, String label, Set<Long> omitted) {
        List<Attribute> template = common(PUBLIC_FLAGS, id, label, omitted);
        switch (spec) {
            case KeySpec.Ec ec -> template.add(Attribute.of(Cka.EC_PARAMS, Curves.parameters(ec.curve())));
            case KeySpec.Ed25519 ed -> template.add(Attribute.of(Cka.EC_PARAMS, edwardsParameters));
            case KeySpec.Rsa rsa -> {
                template.add(Attribute.of(Cka.MODULUS_BITS, rsa.modulusBits()));
                template.add(Attribute.of(Cka.PUBLIC_EXPONENT, EXPONENT_65537));
            }
            case KeySpec.MlDsa mlDsa ->
                template.add(Attribute.of(Cka.PARAMETER_SET, MlDsaParameters.number(mlDsa.parameterSet())));
            case KeySpec.SlhDsa slhDsa -> throw new IllegalArgumentException("no PKCS#11 token is offered SLH-DSA");
        }
        return template;
    }

    /** For the private key. */
    static List<Attribute> privateKey(byte[] id, String label, Set<Long> omitted) {
        return common(PRIVATE_FLAGS, id, label, omitted);
    }

    private static List<Attribute> common(Map<Long, Boolean> flags, byte[] id, String label, Set<Long> omitted) {
        List<Attribute> template = new ArrayList<>();
        template.add(Attribute.of(Cka.ID, id));
        template.add(Attribute.of(Cka.LABEL, label));
        flags.forEach((type, value) -> {
            if (!omitted.contains(type)) {
                template.add(Attribute.of(type, value.booleanValue()));
            }
        });
        return template;
    }

    private static Map<Long, Boolean> flags(Object... typesAndValues) {
        Map<Long, Boolean> flags = new LinkedHashMap<>();
        for (int i = 0; i < typesAndValues.length; i += 2) {
            flags.put((Long) typesAndValues[i], (Boolean) typesAndValues[i + 1]);
        }
        return flags;
    }
}
