package cairn.hsm.token;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.TokenException.Failure;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PIN is either the whole text that was typed or none: half of one would be another PIN. */
final class PinTest {
    @Property(tries = 200)
    void textsGoInAndOutUnchangedIfTheyAreTexts(@ForAll @StringLength(max = 40) String text) throws Exception {
        char[] typed = text.toCharArray();
        boolean isText = StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (!isText) {
            assertThrows(TokenException.class, () -> Pin.ofChars(typed));
        } else {
            try (Pin pin = Pin.ofChars(typed)) {
                assertArrayEquals(
                        text.getBytes(StandardCharsets.UTF_8), pin.octets().toArray(ValueLayout.JAVA_BYTE));
                assertArrayEquals(text.toCharArray(), pin.characters());
            }
        }
        assertArrayEquals(new char[text.length()], typed, "what was typed is wiped in either case");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234\ud83d", "12\udc0034", "\ud83d\ud83d"})
    void halfASurrogatePairIsNoPin(String text) {
        char[] typed = text.toCharArray();
        TokenException refused = assertThrows(TokenException.class, () -> Pin.ofChars(typed));
        assertEquals(Failure.PIN_UNSUITABLE, refused.failure());
        assertFalse(String.valueOf(refused.getMessage()).contains("12"), "a PIN is in no message");
        assertArrayEquals(new char[text.length()], typed);
    }

    /** Latin-1, a cut sequence, an overlong one, a surrogate, beyond U+10FFFF. */
    @ParameterizedTest
    @ValueSource(strings = {"70e47373", "7061e2", "7061e282", "c0af", "eda080", "f4908080"})
    void octetsThatAreNoTextHaveNoCharacters(String hex) {
        byte[] octets = HexFormat.of().parseHex(hex);
        try (Pin pin = Pin.ofUtf8(octets.clone())) {
            TokenException refused = assertThrows(TokenException.class, pin::characters);
            assertEquals(Failure.PIN_UNSUITABLE, refused.failure());
            // A token may take any octets all the same.
            assertArrayEquals(octets, pin.octets().toArray(ValueLayout.JAVA_BYTE));
        }
    }

    @Test
    void everyViewOfAClosedPinIsClosedAndNoCopyIs() throws TokenException {
        Pin pin = Pin.ofChars("271828".toCharArray());
        Pin copy = pin.copy();
        var octets = pin.octets();
        pin.close();
        assertThrows(IllegalStateException.class, pin::characters);
        assertThrows(IllegalStateException.class, pin::copy);
        assertThrows(IllegalStateException.class, () -> octets.get(ValueLayout.JAVA_BYTE, 0));
        assertEquals(6, pin.length(), "the length is no secret");
        assertArrayEquals("271828".toCharArray(), copy.characters());
        copy.close();
    }

    @Test
    void octetsThatAreHandedOutCannotBeWritten() {
        try (Pin pin = Pin.ofUtf8(new byte[] {'1', '2'})) {
            assertTrue(pin.octets().isReadOnly());
        }
    }
}
