package cairn.hsm.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Parameters of curves and of ML-DSA. */
final class CurvesTest {
    @Test
    void parametersAreObjectIdentifiers() {
        assertArrayEquals(HexFormat.of().parseHex("06082a8648ce3d030107"), Curves.parameters(Curve.P256));
        assertArrayEquals(HexFormat.of().parseHex("06052b81040022"), Curves.parameters(Curve.P384));
        assertArrayEquals(HexFormat.of().parseHex("06052b81040023"), Curves.parameters(Curve.P521));
        for (Curve curve : Curve.values()) {
            assertEquals(Optional.of(curve), Curves.of(Curves.parameters(curve)));
        }
        assertEquals(Optional.empty(), Curves.of(Curves.EDWARDS_OID));
        assertEquals(Optional.empty(), Curves.of(new byte[0]));
    }

    @Test
    void edwardsHasTwoForms() {
        assertArrayEquals(HexFormat.of().parseHex("06032b6570"), Curves.EDWARDS_OID);
        assertArrayEquals(HexFormat.of().parseHex("130c656477617264733235353139"), Curves.EDWARDS_NAME);
        assertTrue(Curves.isEd25519(Curves.EDWARDS_OID));
        assertTrue(Curves.isEd25519(Curves.EDWARDS_NAME));
        assertFalse(Curves.isEd25519(Curves.parameters(Curve.P256)));
    }

    @Test
    void coordinatesAreAsLongAsTheOrder() {
        assertEquals(32, Curves.octets(Curve.P256));
        assertEquals(48, Curves.octets(Curve.P384));
        assertEquals(66, Curves.octets(Curve.P521));
    }

    @Test
    void latticesHaveNumbersLengthsAndIdentifiers() {
        assertEquals(1, MlDsaParameters.number(44));
        assertEquals(2, MlDsaParameters.number(65));
        assertEquals(3, MlDsaParameters.number(87));
        assertEquals(OptionalInt.of(44), MlDsaParameters.ofPublicKey(1312));
        assertEquals(OptionalInt.of(65), MlDsaParameters.ofPublicKey(1952));
        assertEquals(OptionalInt.of(87), MlDsaParameters.ofPublicKey(2592));
        assertEquals(OptionalInt.empty(), MlDsaParameters.ofPublicKey(0));
        assertEquals("2.16.840.1.101.3.4.3.18", MlDsaParameters.oid(65).getId());
        assertThrows(IllegalArgumentException.class, () -> MlDsaParameters.number(50));
        assertThrows(IllegalArgumentException.class, () -> MlDsaParameters.oid(50));
    }

    @Test
    void everyKindHasAGeneratorButSlhDsa() {
        assertEquals(0x1040, KeyTemplates.generator(new KeySpec.Ec(Curve.P256)));
        assertEquals(0, KeyTemplates.generator(new KeySpec.Rsa(2048)));
        assertEquals(0x1055, KeyTemplates.generator(new KeySpec.Ed25519()));
        assertEquals(0x1c, KeyTemplates.generator(new KeySpec.MlDsa(87)));
        assertThrows(IllegalArgumentException.class, () -> KeyTemplates.generator(new KeySpec.SlhDsa("256s")));
    }
}
