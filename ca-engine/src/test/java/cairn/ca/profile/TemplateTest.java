package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts with variables. */
class TemplateTest {
    private static final Map<String, String> VALUES = Map.of("a", "1", "b-2", "x y", "again", "${a}");

    @Test
    void variablesAreReplacedOnce() {
        assertEquals(Optional.of("plain"), expand("plain"));
        assertEquals(Optional.of("<1-x y>"), expand("<${a}-${b-2}>"));
        assertEquals(Optional.of("11"), expand("${a}${a}"));
        assertEquals(Optional.of("${a}"), expand("${again}"), "a value is not a template");
        assertEquals(Optional.empty(), expand("${a}${missing}"));
        assertEquals(Optional.of("$ {a} $a 100$"), expand("$ {a} $a 100$"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${",
                "${}",
                "${A}",
                "${1}",
                "${a b}",
                "x${a",
                "${a}${",
                "${${a}}",
                "${aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}"
            })
    void whatLooksLikeAVariableAndIsNoneIsRefused(String text) {
        assertTrue(Template.parse(text).isEmpty());
    }

    @Test
    void oneVariableAloneStandsForSeveralValues() {
        Template alone = Template.parse("${b-2}").orElseThrow();
        assertEquals(Optional.of(List.of("x", "y")), alone.expandList(VALUES));
        Template inside = Template.parse("_${b-2}").orElseThrow();
        assertEquals(Optional.of(List.of("_x y")), inside.expandList(VALUES));
        assertEquals(Optional.of(List.of("x")), alone.expandList(Map.of("b-2", "  x ")));
        assertEquals(Optional.empty(), alone.expandList(Map.of()));
    }

    @Test
    void constantsAreKnownAsSuch() {
        assertTrue(Template.parse("x").orElseThrow().isConstant());
        assertFalse(Template.parse("${x}").orElseThrow().isConstant());
    }

    @Property(tries = 1_000)
    void theTextComesBack(@ForAll("texts") String text) {
        Template.parse(text).ifPresent(template -> {
            assertEquals(text, template.toString());
            assertEquals(template.isConstant() ? Optional.of(text) : Optional.empty(), template.expand(Map.of()));
            assertEquals(template.variables().size() + 1, template.literals().size());
        });
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("${a}", "${b-2}", "$", "{", "}", "a", " ", "${", "é")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    private static Optional<String> expand(String text) {
        return Template.parse(text).orElseThrow().expand(VALUES);
    }
}
