package cairn.hsm.keys;

import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;

/** CKP_ML_DSA_ and what goes with each parameter set (PKCS#11 3.2 section 6.67, FIPS 204 table 2). */
final class MlDsaParameters {
    private MlDsaParameters() {}

    static long number(int parameterSet) {
        return switch (parameterSet) {
            case 44 -> 1;
            case 65 -> 2;
            case 87 -> 3;
            default -> throw new IllegalArgumentException("no ML-DSA parameter set: " + parameterSet);
        };
    }

    /** The parameter set by the length of its public key, which a token cannot get wrong. */
    static OptionalInt ofPublicKey(int octets) {
        return switch (octets) {
            case 1312 -> OptionalInt.of(44);
            case 1952 -> OptionalInt.of(65);
            case 2592 -> OptionalInt.of(87);
            default -> OptionalInt.empty();
        };
    }

    static ASN1ObjectIdentifier oid(int parameterSet) {
        return switch (parameterSet) {
            case 44 -> NISTObjectIdentifiers.id_ml_dsa_44;
            case 65 -> NISTObjectIdentifiers.id_ml_dsa_65;
            case 87 -> NISTObjectIdentifiers.id_ml_dsa_87;
            default -> throw new IllegalArgumentException("no ML-DSA parameter set: " + parameterSet);
        };
    }
}
