package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The head of a profile with values that are wrong: the problem stands at the very value and says what to write. */
final class ProfileHeaderFieldsTest {
    private static ProfileEdit top(String to, String field, String what, String remedy) {
        return new ProfileEdit("\"keys\": [\"ec-p256\"],", "\"keys\": [\"ec-p256\"], " + to + ",", field, what, remedy);
    }

    static Stream<ProfileEdit> headers() {
        String whole = "write a whole number";
        return Stream.of(
                new ProfileEdit(
                        "\"cairn-profile\": 1, ", "\u00AB\u00BB", "cairn-profile", "the key is missing", "add it"),
                new ProfileEdit(
                        "\"cairn-profile\": 1",
                        "\u00AB\u00BB\"cairn-profile\": 2",
                        "cairn-profile",
                        "2 is out of range",
                        "from 1 to 1"),
                new ProfileEdit(
                        "\"cairn-profile\": 1",
                        "\u00AB\u00BB\"cairn-profile\": 0",
                        "cairn-profile",
                        "0 is out of range",
                        "from 1 to 1"),
                new ProfileEdit(
                        "profile\": 1", "profile\": \u00AB\u00BB\"1\"", "cairn-profile", "a text stands here", whole),
                new ProfileEdit(
                        "profile\": 1", "profile\": \u00AB\u00BB[1]", "cairn-profile", "a list stands here", whole),
                new ProfileEdit(
                        "profile\": 1", "profile\": \u00AB\u00BB{}", "cairn-profile", "an object stands here", whole),
                new ProfileEdit("profile\": 1", "profile\": \u00AB\u00BBtrue", "cairn-profile", "stands here", whole),
                new ProfileEdit("profile\": 1", "profile\": \u00AB\u00BBnull", "cairn-profile", "stands here", whole),
                new ProfileEdit(
                        "profile\": 1",
                        "profile\": \u00AB\u00BB1.0",
                        "cairn-profile",
                        "1.0 is not a whole number",
                        "digits only"),
                new ProfileEdit("\"name\": \"test\", ", "\u00AB\u00BB", "name", "the key is missing", "add it"),
                new ProfileEdit(
                        "\"name\": \"test\"",
                        "\u00AB\u00BB\"name\": \"Test\"",
                        "name",
                        "\"Test\" is not allowed here",
                        "1 to 63 small letters"),
                new ProfileEdit(
                        "\"name\": \"test\"",
                        "\u00AB\u00BB\"name\": \"-t\"",
                        "name",
                        "is not allowed here",
                        "1 to 63 small letters"),
                new ProfileEdit(
                        "\"name\": \"test\"",
                        "\u00AB\u00BB\"name\": \"" + "t".repeat(64) + "\"",
                        "name",
                        "not allowed",
                        "1 to 63"),
                new ProfileEdit(
                        "\"name\": \"test\"",
                        "\u00AB\u00BB\"name\": \"\"",
                        "name",
                        "the text is empty",
                        "write something"),
                new ProfileEdit("\"test\"", "\u00AB\u00BB7", "name", "a number stands here", "write a text"),
                new ProfileEdit("\"kind\": \"end-entity\", ", "\u00AB\u00BB", "kind", "the key is missing", "add it"),
                new ProfileEdit(
                        "\"kind\": \"end-entity\"",
                        "\u00AB\u00BB\"kind\": \"End-Entity\"",
                        "kind",
                        "not allowed",
                        "root-authority"),
                new ProfileEdit("\"keys\": [\"ec-p256\"],", "\u00AB\u00BB", "keys", "the key is missing", "add it"),
                new ProfileEdit(
                        "\"keys\": [\"ec-p256\"]",
                        "\u00AB\u00BB\"keys\": []",
                        "keys",
                        "the list is empty",
                        "put something"),
                new ProfileEdit(
                        "[\"ec-p256\"]",
                        "[\u00AB\u00BB\"EC-P256\"]",
                        "keys[0]",
                        "not allowed",
                        "one of: ec-p256, ec-p384"),
                new ProfileEdit(
                        "[\"ec-p256\"]",
                        "[\"ec-p256\", \u00AB\u00BB\"ec-p256\"]",
                        "keys[1]",
                        "stands here twice",
                        "keep one"),
                new ProfileEdit(
                        "[\"ec-p256\"]",
                        "[\"ec-p256\", \u00AB\u00BB5]",
                        "keys[1]",
                        "a number stands here",
                        "one of: ec-p256"),
                new ProfileEdit(
                        "[\"ec-p256\"]", "\u00AB\u00BB\"ec-p256\"", "keys", "a text stands here", "write a list"),
                top("\"signatures\": [\u00AB\u00BB\"sha1\"]", "signatures[0]", "not allowed", "one of: ecdsa-sha256"),
                top("\u00AB\u00BB\"title\": \"a\\tb\"", "title", "not allowed", "at most 500 visible characters"),
                top("\u00AB\u00BB\"title\": \"" + "t".repeat(501) + "\"", "title", "ttt", "at most 500"),
                top("\u00AB\u00BB\"description\": \"\\u202e\"", "description", "not allowed", "visible characters"),
                top("\u00AB\u00BB\"$schema\": \"urn:x\"", "$schema", "the schema is unknown", "urn:cairn:profile:1"),
                top("\u00AB\u00BB\"max-size\": 0", "max-size", "0 is out of range", "from 1 to 1048576"),
                top("\u00AB\u00BB\"max-size\": 1048577", "max-size", "is out of range", "from 1 to 1048576"),
                top("\u00AB\u00BB\"Title\": \"x\"", "Title", "the key is unknown", "title"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void theProblemStandsAtTheValueWithAWayOut(ProfileEdit edit) {
        edit.check();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"max-size\": 1", "\"max-size\": 1048576", "\"title\": \"t\"", "\"signatures\": [\"ed25519\"]"})
    void theOutermostValuesOfTheFileAreRead(String member) {
        assertDoesNotThrow(() -> ProfileEdit.read(ProfileEdit.GOOD.replace("\"kind\"", member + ", \"kind\"")));
    }
}
