package cairn.hsm.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Quirks are found by make and model. */
final class QuirkTableTest {
    @Test
    void mostTokensHaveNone() {
        assertEquals(Quirks.NONE, QuirkTable.of("SoftHSM project", "SoftHSM v2"));
        assertEquals(Quirks.NONE, QuirkTable.of("", ""));
    }

    @Test
    void makesAreKnownByTheStartOfTheirName() {
        assertTrue(QuirkTable.of("nCipher Corp. Ltd", "").edwardsByName());
        assertTrue(QuirkTable.of("NCIPHER", "x").edwardsByName());
        assertFalse(QuirkTable.of("the nCipher", "").edwardsByName());
    }

    @Test
    void modelsOfOneMakeDiffer() {
        assertFalse(
                QuirkTable.of("Yubico (www.yubico.com)", "YubiHSM").pinHint().isEmpty());
        assertEquals(Quirks.NONE, QuirkTable.of("Yubico (www.yubico.com)", "YubiKey YK5"));
    }
}
