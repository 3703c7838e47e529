package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for the subject with values that are wrong: the problem stands at the very value and says what to write. */
final class ProfileSubjectFieldsTest {
    private static ProfileEdit attribute(String to, String field, String what, String remedy) {
        return new ProfileEdit("\"min\": 1", "\"min\": 1, " + to, "subject.attributes[0]." + field, what, remedy);
    }

    static Stream<ProfileEdit> subjects() {
        return Stream.of(
                attribute("\u00AB\u00BB\"max\": 0", "max", "0 is out of range", "from 1 to 20"),
                attribute("\u00AB\u00BB\"max\": 21", "max", "21 is out of range", "from 1 to 20"),
                attribute("\"max\": \u00AB\u00BB\"2\"", "max", "a text stands here", "a whole number"),
                attribute("\u00AB\u00BB\"length\": 5", "length", "the key is unknown", "max-length"),
                attribute("\u00AB\u00BB\"max-length\": 0", "max-length", "out of range", "from 1 to 32768"),
                attribute("\u00AB\u00BB\"max-length\": 32769", "max-length", "out of range", "from 1 to 32768"),
                attribute("\"same-as-issuer\": \u00AB\u00BB\"yes\"", "same-as-issuer", "a text", "true or false"),
                attribute("\"same-as-issuer\": \u00AB\u00BB1", "same-as-issuer", "a number", "true or false"),
                attribute("\u00AB\u00BB\"pattern\": \"(\"", "pattern", "", "write a simpler pattern"),
                attribute("\u00AB\u00BB\"value\": \"${\"", "value", "not allowed here", "variables written as ${name}"),
                attribute("\u00AB\u00BB\"default\": \"a${}\"", "default", "not allowed here", "variables written as"),
                attribute("\"max-length\": 2, \u00AB\u00BB\"value\": \"abc\"", "value", "longer than 2", "rules allow"),
                attribute(
                        "\"pattern\": \"[0-9]+\", \u00AB\u00BB\"default\": \"abc\"",
                        "default",
                        "does not match",
                        "rules"),
                attribute(
                        "\"same-as-issuer\": true, \u00AB\u00BB\"value\": \"x\"",
                        "value",
                        "leaves no place",
                        "keep one"),
                attribute("\u00AB\u00BB\"value\": \"" + "x".repeat(65) + "\"", "value", "more than 64", "rules allow"),
                new ProfileEdit(
                        "\"min\": 1",
                        "\u00AB\u00BB\"min\": 2, \"max\": 1",
                        "subject.attributes[0].min",
                        "larger than",
                        "at most max"),
                new ProfileEdit(
                        "\"min\": 1",
                        "\u00AB\u00BB\"min\": 21",
                        "subject.attributes[0].min",
                        "out of range",
                        "from 0 to 20"),
                new ProfileEdit(
                        "\"min\": 1",
                        "\u00AB\u00BB\"min\": -1",
                        "subject.attributes[0].min",
                        "-1 is out of",
                        "from 0 to 20"),
                new ProfileEdit(
                        "\"min\": 1",
                        "\"min\": 2, \u00AB\u00BB\"value\": \"x\"",
                        "subject.attributes[0].value",
                        "no place",
                        "keep"),
                new ProfileEdit(
                        "\"type\": \"commonName\"",
                        "\u00AB\u00BB\"type\": \"CN\"",
                        "subject.attributes[0].type",
                        "not allowed",
                        "commonName"),
                new ProfileEdit(
                        "{\"type\": \"commonName\", ",
                        "\u00AB\u00BB{",
                        "subject.attributes[0].type",
                        "missing",
                        "add it"),
                new ProfileEdit(
                        "[{\"type\": \"commonName\", \"min\": 1}]",
                        "[\u00AB\u00BB\"CN\"]",
                        "subject.attributes[0]",
                        "a text stands here",
                        "write an object"),
                new ProfileEdit(
                        "[{\"type\": \"commonName\", \"min\": 1}]",
                        "\u00AB\u00BB{}",
                        "subject.attributes",
                        "an object stands here",
                        "write a list"),
                new ProfileEdit(
                        "\"min\": 1}]",
                        "\"min\": 1}], \u00AB\u00BB\"unlisted\": \"keep\"",
                        "subject.unlisted",
                        "not allowed",
                        "drop or refuse"),
                new ProfileEdit(
                        "\"min\": 1}]",
                        "\"min\": 1}], \"keep-encoding\": \u00AB\u00BB0",
                        "subject.keep-encoding",
                        "a number",
                        "true or false"),
                new ProfileEdit(
                        "\"min\": 1}]",
                        "\"min\": 1}], \u00AB\u00BB\"attribute\": []",
                        "subject.attribute",
                        "unknown",
                        "attributes"));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void theProblemStandsAtTheValueWithAWayOut(ProfileEdit edit) {
        edit.check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"max\": 20",
                "\"max-length\": 1",
                "\"max-length\": 32768",
                "\"same-as-issuer\": true",
                "\"default\": \"x\"",
                "\"value\": \"${cn}\""
            })
    void theOutermostValuesOfAnAttributeAreRead(String member) {
        assertDoesNotThrow(() -> ProfileEdit.read(ProfileEdit.GOOD.replace("\"min\": 1", "\"min\": 1, " + member)));
    }
}
