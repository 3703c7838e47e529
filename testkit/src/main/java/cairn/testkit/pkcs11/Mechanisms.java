package cairn.testkit.pkcs11;

import static cairn.testkit.pkcs11.Pkcs11.CKM_ECDSA;
import static cairn.testkit.pkcs11.Pkcs11.CKM_EC_EDWARDS_KEY_PAIR_GEN;
import static cairn.testkit.pkcs11.Pkcs11.CKM_EC_KEY_PAIR_GEN;
import static cairn.testkit.pkcs11.Pkcs11.CKM_EDDSA;
import static cairn.testkit.pkcs11.Pkcs11.CKM_ML_DSA;
import static cairn.testkit.pkcs11.Pkcs11.CKM_ML_DSA_KEY_PAIR_GEN;
import static cairn.testkit.pkcs11.Pkcs11.CKM_RSA_PKCS;
import static cairn.testkit.pkcs11.Pkcs11.CKM_RSA_PKCS_KEY_PAIR_GEN;
import static cairn.testkit.pkcs11.Pkcs11.CKM_RSA_PKCS_PSS;

import java.util.List;

/** What the module's tokens can do. */
final class Mechanisms {
    private static final long HARDWARE = 0x1;
    private static final long SIGN = 0x800 | HARDWARE;
    private static final long GENERATE = 0x10000 | HARDWARE;
    /** CKF_EC_F_P, CKF_EC_NAMEDCURVE, CKF_EC_UNCOMPRESS. */
    private static final long CURVE = 0x100000 | 0x800000 | 0x1000000;

    static final List<Info> ALL = List.of(
            new Info(CKM_RSA_PKCS_KEY_PAIR_GEN, 2048, 4096, GENERATE),
            new Info(CKM_RSA_PKCS, 2048, 4096, SIGN),
            new Info(CKM_RSA_PKCS_PSS, 2048, 4096, SIGN),
            new Info(CKM_EC_KEY_PAIR_GEN, 256, 521, GENERATE | CURVE),
            new Info(CKM_ECDSA, 256, 521, SIGN | CURVE),
            new Info(CKM_EC_EDWARDS_KEY_PAIR_GEN, 255, 255, GENERATE),
            new Info(CKM_EDDSA, 255, 255, SIGN),
            new Info(CKM_ML_DSA_KEY_PAIR_GEN, 1, 3, GENERATE),
            new Info(CKM_ML_DSA, 1, 3, SIGN));

    /** CK_MECHANISM_INFO; for ML-DSA the sizes are parameter sets. */
    record Info(long type, long least, long most, long flags) {}

    private Mechanisms() {}

    static List<Info> of(VirtualToken token) {
        return ALL.stream().filter(info -> token.offers(info.type())).toList();
    }

    static Info find(VirtualToken token, long type) throws RefusedException {
        for (Info info : of(token)) {
            if (info.type() == type) {
                return info;
            }
        }
        throw new RefusedException(Pkcs11.CKR_MECHANISM_INVALID);
    }
}
