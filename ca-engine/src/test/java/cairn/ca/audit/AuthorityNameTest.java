package cairn.ca.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of authorities become labels, file names and words of the command line, so they are narrow. */
final class AuthorityNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"a", "z", "root", "issuing-2", "a-", "a0", "z9-", "abcdefghijklmnopqrstuvwxyz0123456789-abc"})
    void thisIsAName(String text) {
        assertEquals(text, new AuthorityName(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-a", "0a", "9", "A", "rooT", "a b", " a", "a ", "a_b", "a.b", "a/b", "..", "é", "a\u0000", "ａ",
                "`", "a{", "a:", "a,"
            })
    void thisIsNone(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new AuthorityName(text));
        assertTrue(String.valueOf(e.getMessage()).endsWith("starting with a letter: " + text), e.getMessage());
    }

    @Test
    void fortyLettersAreTheMost() {
        assertEquals(40, new AuthorityName("a".repeat(40)).text().length());
        assertThrows(IllegalArgumentException.class, () -> new AuthorityName("a".repeat(41)));
    }

    @Property(tries = 500)
    void thePatternOfTheDocumentationIsTheRule(@ForAll @StringLength(max = 42) String text) {
        boolean name = true;
        try {
            AuthorityName read = new AuthorityName(text);
            assertEquals(text, read.text());
        } catch (IllegalArgumentException e) {
            name = false;
        }
        assertEquals(text.matches("[a-z][a-z0-9-]{0,39}"), name, text);
    }
}
