package cairn.hsm.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cairn.hsm.cryptoki.Constants.Ckm;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import cairn.hsm.token.MechanismInfo;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A kind is offered if the token can both generate it and sign with it, in the size it needs. */
final class OfferedKeysTest {
    private static MechanismInfo mechanism(long type, long min, long max) {
        return new MechanismInfo(type, "", min, max, Set.of());
    }

    private static Set<KeySpec> offered(MechanismInfo... mechanisms) {
        return OfferedKeys.of(List.of(mechanisms));
    }

    @Test
    void nothingIsOfferedByNothing() {
        assertEquals(Set.of(), offered());
    }

    @Test
    void curvesMustBeInRange() {
        MechanismInfo sign = mechanism(Ckm.ECDSA, 256, 521);
        assertEquals(
                Set.of(new KeySpec.Ec(Curve.P256), new KeySpec.Ec(Curve.P384)),
                offered(sign, mechanism(Ckm.EC_KEY_PAIR_GEN, 256, 384)));
        assertEquals(Set.of(new KeySpec.Ec(Curve.P521)), offered(sign, mechanism(Ckm.EC_KEY_PAIR_GEN, 400, 521)));
    }

    @Test
    void sizesThatCannotBeBitsAreNotBelieved() {
        assertEquals(
                3,
                offered(mechanism(Ckm.ECDSA, 0, 0), mechanism(Ckm.EC_KEY_PAIR_GEN, 0, 0))
                        .size());
        assertEquals(
                3,
                offered(mechanism(Ckm.ECDSA, 0, 0), mechanism(Ckm.EC_KEY_PAIR_GEN, 32, 66))
                        .size());
    }

    @Test
    void signingAloneOrGeneratingAloneIsNotEnough() {
        for (long type : new long[] {
            Ckm.ECDSA,
            Ckm.EC_KEY_PAIR_GEN,
            Ckm.RSA_PKCS,
            Ckm.RSA_PKCS_KEY_PAIR_GEN,
            Ckm.EDDSA,
            Ckm.EC_EDWARDS_KEY_PAIR_GEN,
            Ckm.ML_DSA,
            Ckm.ML_DSA_KEY_PAIR_GEN
        }) {
            assertEquals(Set.of(), offered(mechanism(type, 0, 8192)));
        }
    }

    @Test
    void rsaIsOfferedWithEitherPadding() {
        MechanismInfo generate = mechanism(Ckm.RSA_PKCS_KEY_PAIR_GEN, 1024, 3072);
        Set<KeySpec> expected = Set.of(new KeySpec.Rsa(2048), new KeySpec.Rsa(3072));
        assertEquals(expected, offered(generate, mechanism(Ckm.RSA_PKCS, 1024, 3072)));
        assertEquals(expected, offered(generate, mechanism(Ckm.RSA_PKCS_PSS, 1024, 3072)));
    }

    @Test
    void edwardsAndLatticesComeWhole() {
        assertEquals(
                Set.of(new KeySpec.Ed25519(), new KeySpec.MlDsa(44), new KeySpec.MlDsa(65), new KeySpec.MlDsa(87)),
                offered(
                        mechanism(Ckm.EDDSA, 256, 256),
                        mechanism(Ckm.EC_EDWARDS_KEY_PAIR_GEN, 256, 256),
                        mechanism(Ckm.ML_DSA, 1312, 2592),
                        mechanism(Ckm.ML_DSA_KEY_PAIR_GEN, 1312, 2592)));
    }

    @Test
    void aMechanismListedTwiceDoesNoHarm() {
        assertEquals(
                1,
                offered(
                                mechanism(Ckm.ECDSA, 256, 256),
                                mechanism(Ckm.ECDSA, 256, 256),
                                mechanism(Ckm.EC_KEY_PAIR_GEN, 256, 256),
                                mechanism(Ckm.EC_KEY_PAIR_GEN, 0, 0))
                        .size());
    }
}
