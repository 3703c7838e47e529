package cairn.hsm.token;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.TokenException.Failure;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PINs that leave no trace, and values that refuse nonsense. */
final class TokenValuesTest {
    private static byte[] octets(Pin pin) {
        return pin.octets().toArray(ValueLayout.JAVA_BYTE);
    }

    @Test
    void aPinTakesItsOctetsAwayFromWhoGaveThem() {
        byte[] given = "1234".getBytes(StandardCharsets.US_ASCII);
        try (Pin pin = Pin.ofUtf8(given)) {
            assertArrayEquals(new byte[4], given);
            assertEquals("1234", new String(octets(pin), StandardCharsets.US_ASCII));
            assertEquals(4, pin.length());
        }
    }

    @Test
    void charactersBecomeUtf8() throws TokenException {
        char[] given = "pä€𝕏".toCharArray();
        try (Pin pin = Pin.ofChars(given)) {
            assertEquals("pä€𝕏", new String(octets(pin), StandardCharsets.UTF_8));
            assertArrayEquals(new char[given.length], given);
        }
    }

    @Test
    void aClosedPinIsGone() {
        Pin pin = Pin.ofUtf8(new byte[] {1, 2});
        MemorySegment place = pin.octets();
        pin.close();
        pin.close();
        assertThrows(IllegalStateException.class, pin::octets);
        assertThrows(IllegalStateException.class, pin::copy);
        assertThrows(IllegalStateException.class, () -> place.get(ValueLayout.JAVA_BYTE, 0));
    }

    @Test
    void aCopyHasALifeOfItsOwn() {
        Pin pin = Pin.ofUtf8(new byte[] {1, 2});
        try (Pin copy = pin.copy()) {
            pin.close();
            assertArrayEquals(new byte[] {1, 2}, octets(copy));
        }
    }

    @Test
    void aPinHasNoTextForm() {
        try (Pin pin = Pin.ofUtf8("secret".getBytes(StandardCharsets.US_ASCII))) {
            assertFalse(pin.toString().contains("secret"));
        }
    }

    @Test
    void anEmptyPinIsAPin() {
        try (Pin pin = Pin.ofUtf8(new byte[0])) {
            assertEquals(0, pin.length());
            assertEquals(0, octets(pin).length);
        }
    }

    @Test
    void kindsThatDoNotExistCannotBeWritten() {
        assertThrows(IllegalArgumentException.class, () -> new KeySpec.Rsa(1024));
        assertThrows(IllegalArgumentException.class, () -> new KeySpec.Rsa(2049));
        assertThrows(IllegalArgumentException.class, () -> new KeySpec.MlDsa(50));
        assertThrows(IllegalArgumentException.class, () -> new KeySpec.SlhDsa("64s"));
    }

    @Test
    void aPoolHasASession() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new TokenOptions(0, Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }

    @Test
    void proofsKeepCopies() {
        Map<String, Boolean> answers = new HashMap<>(Map.of("CKA_SIGN", true));
        Set<String> deviations = new HashSet<>();
        KeyProof proof = new KeyProof(answers, deviations);
        answers.clear();
        deviations.add("later");
        assertEquals(Map.of("CKA_SIGN", true), proof.answers());
        assertEquals(Set.of(), proof.deviations());
    }

    @Test
    void aFailureWithoutFunctionHasNone() {
        TokenException failure = new TokenException(Failure.BUSY, "wait");
        assertEquals("", failure.function());
        assertEquals(0, failure.returnValue());
    }

    @Test
    void digestsHaveTheirNames() {
        assertEquals("SHA-384", SignMechanism.Digest.SHA384.jcaName());
    }

    private static TokenInfo taking(int least, int most, String... flags) {
        return new TokenInfo("l", "s", "m", "m", "1", false, Set.of(flags), OptionalLong.empty(), least, most);
    }

    @ParameterizedTest
    @CsvSource({"3, true", "4, false", "8, false", "9, true"})
    void aPinThatATokenWouldNotTakeIsRefusedBeforehand(int length, boolean refused) {
        try (Pin pin = Pin.ofUtf8(new byte[length])) {
            Executable check = () -> taking(4, 8).requireSuitable(pin, "the user's PIN");
            if (refused) {
                TokenException told = assertThrows(TokenException.class, check);
                assertEquals(TokenException.Failure.PIN_UNSUITABLE, told.failure());
                String words = String.valueOf(told.getMessage());
                assertTrue(words.startsWith("the user's PIN is too ") && words.endsWith("4 to 8 octets"), words);
            } else {
                assertDoesNotThrow(check);
            }
        }
    }

    /** What is not said, or does not pass through the program, cannot be held against a PIN. */
    @Test
    void aTokenThatSaysNothingOfPinsRefusesNone() {
        int unsaid = Integer.MAX_VALUE;
        try (Pin pin = Pin.ofUtf8(new byte[2])) {
            assertDoesNotThrow(() -> taking(0, 0).requireSuitable(pin, "it"));
            assertDoesNotThrow(() -> taking(unsaid, unsaid).requireSuitable(pin, "it"));
            assertDoesNotThrow(() -> taking(4, 0).requireSuitable(pin, "it"));
            assertDoesNotThrow(
                    () -> taking(4, 8, "CKF_PROTECTED_AUTHENTICATION_PATH").requireSuitable(pin, "it"));
            assertThrows(TokenException.class, () -> taking(4, unsaid).requireSuitable(pin, "it"));
        }
    }
}
