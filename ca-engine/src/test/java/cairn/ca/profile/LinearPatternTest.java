package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns match as regular expressions do, whatever is thrown at them, at a cost that does not blow up. */
class LinearPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "abc~abc~true",
                "abc~abcd~false",
                "^abc$~abc~true",
                "a|bc~bc~true",
                "(a|b)+c?~abab~true",
                "[a-f0-9]{4}~00ff~true",
                "[a-f0-9]{4}~00fg~false",
                "[^x]+~aé€~true",
                "[^x]+~axb~false",
                ".*~grün~true",
                "\\d{2,3}~7~false",
                "\\d{2,3}~777~true",
                "\\d{2,3}~7777~false",
                "a{2,}~aaaa~true",
                "dev-\\d+\\.example\\.org~dev-12.example.org~true",
                "dev-\\d+\\.example\\.org~dev-12xexample.org~false",
                "[a\\-z]~-~true",
                "[a-]~-~true",
                "[\\[\\]]~[~true",
                "\\$\\^~$^~true",
            })
    void wholeValuesMatch(String pattern, String value, boolean matches) {
        assertEquals(matches, LinearPattern.compile(pattern).matches(value));
    }

    @Test
    void theEmptyValueMatchesWhatMayBeEmpty() {
        assertTrue(LinearPattern.compile("").matches(""));
        assertTrue(LinearPattern.compile("a*").matches(""));
        assertTrue(LinearPattern.compile("(a|)").matches(""));
        assertFalse(LinearPattern.compile("a+").matches(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", ")", "a)", "(a", "[", "[]", "[a", "[z-a]", "*a", "a**", "a+?", "a{", "a{2", "a{3,2}", "a{,3}",
                "a{1000}", "\\", "\\w", "\\1", "\\p", "(?=a)", "(?i)a", "(?<n>a)", "a^b", "a$b", "é", "[é]", "a{x}"
            })
    void whatIsNotOfTheAllowedKindIsRefusedWithWords(String pattern) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> LinearPattern.compile(pattern));
        assertTrue(String.valueOf(refused.getMessage()).contains("character"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"((((a{99}){99}){99}){99}){99}", "(((((){999}){999}){999}){999}){999}", "[a-z]{999}[a-z]{999}"})
    void repetitionsThatMultiplyAreRefused(String pattern) {
        assertThrows(IllegalArgumentException.class, () -> LinearPattern.compile(pattern));
    }

    @Test
    void groupsCannotExhaustTheStack() {
        assertThrows(IllegalArgumentException.class, () -> LinearPattern.compile("(".repeat(400) + ")"));
        assertThrows(IllegalArgumentException.class, () -> LinearPattern.compile("a".repeat(501)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"^(a+)+$", "(a*)*b", "(a|a)+", "(a|aa)+$", "a*a*a*a*a*a*a*a*b", "([a-z]+)*[0-9]"})
    void notoriousPatternsAreCheap(String pattern) {
        String value = "a".repeat(30_000) + "!";
        LinearPattern compiled = LinearPattern.compile(pattern);
        // Backtracking would need longer than the universe is old; the limit is no measurement.
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertFalse(compiled.matches(value)));
    }

    @Property(tries = 3_000)
    void theAnswerIsThatOfTheJdk(@ForAll("patterns") String pattern, @ForAll("values") String value) {
        assertEquals(
                Pattern.compile(pattern).matcher(value).matches(),
                LinearPattern.compile(pattern).matches(value),
                () -> pattern + " on " + value);
    }

    @Property(tries = 2_000)
    void anyTextIsCompiledOrRefused(@ForAll("noise") String text) {
        try {
            LinearPattern.compile(text).matches("abc-1.0");
        } catch (IllegalArgumentException e) {
            assertFalse(String.valueOf(e.getMessage()).isEmpty());
        }
    }

    @Provide
    Arbitrary<String> patterns() {
        Arbitrary<String> atom = Arbitraries.of("a", "b", "c", "[ab]", "[^a]", ".", "\\d", "\\.");
        return Arbitraries.recursive(() -> atom, LinearPatternTest::larger, 0, 3);
    }

    private static Arbitrary<String> larger(Arbitrary<String> smaller) {
        Arbitrary<String> group = smaller.map(p -> "(" + p + ")");
        return Arbitraries.oneOf(
                group.flatMap(p -> Arbitraries.of("*", "+", "?", "{2}", "{1,2}", "{0,1}", "{1,}")
                        .map(r -> p + r)),
                smaller.tuple2().map(t -> t.get1() + t.get2()),
                smaller.tuple2().map(t -> "(" + t.get1() + "|" + t.get2() + ")"));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings().withChars('a', 'b', 'c', '.', '1', 'é').ofMaxLength(8);
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.strings().withChars("ab1-\\^$.|?*+()[]{},").ofMaxLength(30);
    }
}
