package cairn.ca.lint.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Host names, character by character and label by label. */
class HostNameTest {
    /** The same grammar as RFC 1034 section 3.5, written once more as an expression; underscores and one wildcard allowed. */
    private static final Pattern QUALIFIED = Pattern.compile(
            "(\\*\\.)?(?=.{1,253}$)([a-zA-Z0-9_]([a-zA-Z0-9_-]{0,61}[a-zA-Z0-9_])?\\.)+[a-zA-Z0-9_]([a-zA-Z0-9_-]{0,61}[a-zA-Z0-9_])?");

    @Property(tries = 2000)
    void qualifiedNamesAreThoseOfTheGrammar(
            @ForAll @StringLength(max = 12) @CharRange(from = 'a', to = 'b') @Chars({'.', '-', '*', '_', ' ', '9', 'Z'})
                    String name) {
        assertEquals(QUALIFIED.matcher(name).matches(), HostName.isFullyQualified(name), name);
    }

    @Property(tries = 500)
    void theLongestLabelIsThatOfASplit(
            @ForAll @StringLength(max = 40) @CharRange(from = 'a', to = 'c') @Chars('.') String name) {
        int longest = Arrays.stream(name.split("\\.", -1))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        assertEquals(longest, HostName.longestLabel(name));
        assertEquals(List.of(name.split("\\.", -1)).contains(""), HostName.hasEmptyLabel(name));
    }

    @ParameterizedTest
    @CsvSource({
        "a, true",
        "z, true",
        "A, true",
        "Z, true",
        "0, true",
        "9, true",
        "-, true",
        "., true",
        "`, false",
        "{, false",
        "@, false",
        "[, false",
        "/, false",
        ":, false",
        "'\u00E4', false",
        "'\u0131', false"
    })
    void theAlphabetEndsAtItsEdges(String character, boolean inside) {
        assertEquals(inside, HostName.hasOnly(character, ""));
        assertEquals(inside, HostName.hasOnly("a" + character + "b", ""));
        assertTrue(HostName.hasOnly("a" + character, character));
    }

    @Test
    void nothingHasOnlyProperCharacters() {
        assertTrue(HostName.hasOnly("", ""));
        assertFalse(HostName.hasOnly("*", "_"));
        assertTrue(HostName.hasOnly("*_", "_*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "-a", "a-", "a.-b", "a-.b", "a.b-"})
    void hyphensAtAnEnd(String name) {
        assertTrue(HostName.hasOuterHyphen(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a-b", "a-b.c-d", "a.b"})
    void hyphensInside(String name) {
        assertFalse(HostName.hasOuterHyphen(name));
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3.4, true",
        "..., true",
        "1.2.3, false",
        "1.2.3.4.5, false",
        "1.2.3.a, false",
        "1.2.3.4 , true",
        "'1.2.3.4 ', false",
        "'', false",
        "1234, false",
        "1.2.3.:, false",
        "1.2.3./, false"
    })
    void anAddressIsDigitsAndThreeDots(String name, boolean address) {
        assertEquals(address, HostName.isIpv4(name));
    }

    @Test
    void aQualifiedNameHas253CharactersWithoutItsWildcard() {
        String longest = "abcdefg.".repeat(31) + "abcde";
        assertEquals(253, longest.length());
        assertTrue(HostName.isFullyQualified(longest));
        assertTrue(HostName.isFullyQualified("*." + longest));
        assertFalse(HostName.isFullyQualified(longest + "f"));
        String label = "a".repeat(63);
        assertTrue(HostName.isFullyQualified(label + ".b"));
        assertFalse(HostName.isFullyQualified(label + "a.b"));
        assertFalse(HostName.isFullyQualified("b." + label + "a"));
    }
}
