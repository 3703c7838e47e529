package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every key of a profile with values that are wrong: the problem stands at the very value and says what to write. */
final class ProfileFieldsTest {
    private static final String GOOD = """
            {
              "cairn-profile": 1, "name": "test", "kind": "end-entity", "keys": ["ec-p256"],
              "subject": {
                "attributes": [{"type": "commonName", "min": 1}]
              },
              "alternative-names": {"dns": {}, "critical": false},
              "validity": {"default": "10 days", "max": "20 days"},
              "extensions": {"key-usage": ["digitalSignature"]}
            }
            """;

    /** An edit in which guillemets stand around the place that is named, its field, and words of problem and remedy. */
    record Edit(String from, String to, String field, String what, String remedy) {}

    private static Edit top(String to, String field, String what, String remedy) {
        return new Edit("\"keys\": [\"ec-p256\"],", "\"keys\": [\"ec-p256\"], " + to + ",", field, what, remedy);
    }

    private static Edit attribute(String to, String field, String what, String remedy) {
        return new Edit("\"min\": 1", "\"min\": 1, " + to, "subject.attributes[0]." + field, what, remedy);
    }

    private static Edit names(String to, String field, String what, String remedy) {
        return new Edit("\"dns\": {}", to, "alternative-names." + field, what, remedy);
    }

    private static Edit validity(String to, String field, String what, String remedy) {
        return new Edit("\"max\": \"20 days\"", "\"max\": \"20 days\", " + to, "validity." + field, what, remedy);
    }

    private static Edit extension(String to, String field, String what, String remedy) {
        return new Edit("\"extensions\": {", "\"extensions\": {" + to + ", ", "extensions." + field, what, remedy);
    }

    static Stream<Edit> headers() {
        String whole = "write a whole number";
        return Stream.of(
                new Edit("\"cairn-profile\": 1, ", "\u00AB\u00BB", "cairn-profile", "the key is missing", "add it"),
                new Edit(
                        "\"cairn-profile\": 1",
                        "\u00AB\u00BB\"cairn-profile\": 2",
                        "cairn-profile",
                        "2 is out of range",
                        "from 1 to 1"),
                new Edit(
                        "\"cairn-profile\": 1",
                        "\u00AB\u00BB\"cairn-profile\": 0",
                        "cairn-profile",
                        "0 is out of range",
                        "from 1 to 1"),
                new Edit("profile\": 1", "profile\": \u00AB\u00BB\"1\"", "cairn-profile", "a text stands here", whole),
                new Edit("profile\": 1", "profile\": \u00AB\u00BB[1]", "cairn-profile", "a list stands here", whole),
                new Edit("profile\": 1", "profile\": \u00AB\u00BB{}", "cairn-profile", "an object stands here", whole),
                new Edit("profile\": 1", "profile\": \u00AB\u00BBtrue", "cairn-profile", "stands here", whole),
                new Edit("profile\": 1", "profile\": \u00AB\u00BBnull", "cairn-profile", "stands here", whole),
                new Edit(
                        "profile\": 1",
                        "profile\": \u00AB\u00BB1.0",
                        "cairn-profile",
                        "1.0 is not a whole number",
                        "digits only"),
                new Edit("\"name\": \"test\", ", "\u00AB\u00BB", "name", "the key is missing", "add it"),
                new Edit(
                        "\"name\": \"test\"",
                        "\u00AB\u00BB\"name\": \"Test\"",
                        "name",
                        "\"Test\" is not allowed here",
                        "1 to 63 small letters"),
                new Edit(
                        "\"name\": \"test\"",
                        "\u00AB\u00BB\"name\": \"-t\"",
                        "name",
                        "is not allowed here",
                        "1 to 63 small letters"),
                new Edit(
                        "\"name\": \"test\"",
                        "\u00AB\u00BB\"name\": \"" + "t".repeat(64) + "\"",
                        "name",
                        "not allowed",
                        "1 to 63"),
                new Edit(
                        "\"name\": \"test\"",
                        "\u00AB\u00BB\"name\": \"\"",
                        "name",
                        "the text is empty",
                        "write something"),
                new Edit("\"test\"", "\u00AB\u00BB7", "name", "a number stands here", "write a text"),
                new Edit("\"kind\": \"end-entity\", ", "\u00AB\u00BB", "kind", "the key is missing", "add it"),
                new Edit(
                        "\"kind\": \"end-entity\"",
                        "\u00AB\u00BB\"kind\": \"End-Entity\"",
                        "kind",
                        "not allowed",
                        "root-authority"),
                new Edit("\"keys\": [\"ec-p256\"],", "\u00AB\u00BB", "keys", "the key is missing", "add it"),
                new Edit(
                        "\"keys\": [\"ec-p256\"]",
                        "\u00AB\u00BB\"keys\": []",
                        "keys",
                        "the list is empty",
                        "put something"),
                new Edit(
                        "[\"ec-p256\"]",
                        "[\u00AB\u00BB\"EC-P256\"]",
                        "keys[0]",
                        "not allowed",
                        "one of: ec-p256, ec-p384"),
                new Edit(
                        "[\"ec-p256\"]",
                        "[\"ec-p256\", \u00AB\u00BB\"ec-p256\"]",
                        "keys[1]",
                        "stands here twice",
                        "keep one"),
                new Edit(
                        "[\"ec-p256\"]",
                        "[\"ec-p256\", \u00AB\u00BB5]",
                        "keys[1]",
                        "a number stands here",
                        "one of: ec-p256"),
                new Edit("[\"ec-p256\"]", "\u00AB\u00BB\"ec-p256\"", "keys", "a text stands here", "write a list"),
                top("\"signatures\": [\u00AB\u00BB\"sha1\"]", "signatures[0]", "not allowed", "one of: ecdsa-sha256"),
                top("\u00AB\u00BB\"title\": \"a\\tb\"", "title", "not allowed", "at most 500 visible characters"),
                top("\u00AB\u00BB\"title\": \"" + "t".repeat(501) + "\"", "title", "ttt", "at most 500"),
                top("\u00AB\u00BB\"description\": \"\\u202e\"", "description", "not allowed", "visible characters"),
                top("\u00AB\u00BB\"$schema\": \"urn:x\"", "$schema", "the schema is unknown", "urn:cairn:profile:1"),
                top("\u00AB\u00BB\"max-size\": 0", "max-size", "0 is out of range", "from 1 to 1048576"),
                top("\u00AB\u00BB\"max-size\": 1048577", "max-size", "is out of range", "from 1 to 1048576"),
                top("\u00AB\u00BB\"Title\": \"x\"", "Title", "the key is unknown", "title"));
    }

    static Stream<Edit> subjects() {
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
                new Edit(
                        "\"min\": 1",
                        "\u00AB\u00BB\"min\": 2, \"max\": 1",
                        "subject.attributes[0].min",
                        "larger than",
                        "at most max"),
                new Edit(
                        "\"min\": 1",
                        "\u00AB\u00BB\"min\": 21",
                        "subject.attributes[0].min",
                        "out of range",
                        "from 0 to 20"),
                new Edit(
                        "\"min\": 1",
                        "\u00AB\u00BB\"min\": -1",
                        "subject.attributes[0].min",
                        "-1 is out of",
                        "from 0 to 20"),
                new Edit(
                        "\"min\": 1",
                        "\"min\": 2, \u00AB\u00BB\"value\": \"x\"",
                        "subject.attributes[0].value",
                        "no place",
                        "keep"),
                new Edit(
                        "\"type\": \"commonName\"",
                        "\u00AB\u00BB\"type\": \"CN\"",
                        "subject.attributes[0].type",
                        "not allowed",
                        "commonName"),
                new Edit(
                        "{\"type\": \"commonName\", ",
                        "\u00AB\u00BB{",
                        "subject.attributes[0].type",
                        "missing",
                        "add it"),
                new Edit(
                        "[{\"type\": \"commonName\", \"min\": 1}]",
                        "[\u00AB\u00BB\"CN\"]",
                        "subject.attributes[0]",
                        "a text stands here",
                        "write an object"),
                new Edit(
                        "[{\"type\": \"commonName\", \"min\": 1}]",
                        "\u00AB\u00BB{}",
                        "subject.attributes",
                        "an object stands here",
                        "write a list"),
                new Edit(
                        "\"min\": 1}]",
                        "\"min\": 1}], \u00AB\u00BB\"unlisted\": \"keep\"",
                        "subject.unlisted",
                        "not allowed",
                        "drop or refuse"),
                new Edit(
                        "\"min\": 1}]",
                        "\"min\": 1}], \"keep-encoding\": \u00AB\u00BB0",
                        "subject.keep-encoding",
                        "a number",
                        "true or false"),
                new Edit(
                        "\"min\": 1}]",
                        "\"min\": 1}], \u00AB\u00BB\"attribute\": []",
                        "subject.attribute",
                        "unknown",
                        "attributes"));
    }

    static Stream<Edit> otherParts() {
        String lifetime = "a number and seconds, minutes, hours or days";
        return Stream.of(
                names("\u00AB\u00BB\"min\": 10001", "min", "out of range", "from 0 to 10000"),
                names("\u00AB\u00BB\"max\": 0", "max", "0 is out of range", "from 1 to 10000"),
                names("\"dns\": \u00AB\u00BBtrue", "dns", "stands here", "write an object"),
                names("\u00AB\u00BB\"DNS\": {}", "DNS", "the key is unknown", "dns"),
                names("\u00AB\u00BB\"other\": {}", "other", "the key is unknown", "dns"),
                names("\"dns\": {\"wildcards\": \u00AB\u00BB\"no\"}", "dns.wildcards", "a text", "true or false"),
                names("\"dns\": {\u00AB\u00BB\"schemes\": [\"x\"]}", "dns.schemes", "the key is unknown", "wildcards"),
                names("\"ip\": {\u00AB\u00BB\"wildcards\": true}", "ip.wildcards", "the key is unknown", "max"),
                names("\"dns\": {\u00AB\u00BB\"min\": 3, \"max\": 2}", "dns.min", "larger than", "at most max"),
                names("\"max\": 5, \"dns\": {\u00AB\u00BB\"max\": 6}", "dns.max", "of names of all kinds", "at most 5"),
                names("\"dns\": {\"values\": [\u00AB\u00BB\"${\"]}", "dns.values[0]", "not allowed", "${name}"),
                names(
                        "\"uri\": {\"schemes\": [\u00AB\u00BB\"HTTPS\"]}",
                        "uri.schemes[0]",
                        "not allowed",
                        "small letters"),
                names("\"uri\": {\"schemes\": [\u00AB\u00BB\"1a\"]}", "uri.schemes[0]", "not allowed", "small letters"),
                names("\u00AB\u00BB\"unlisted\": \"allow\"", "unlisted", "not allowed", "drop or refuse"),
                names(
                        "\"hardware-module\": {\u00AB\u00BB\"hardware-type\": \"1\"}",
                        "hardware-module.hardware-type",
                        "not allowed",
                        ""),
                validity("\u00AB\u00BB\"backdate\": \"8 days\"", "backdate", "not allowed", "at most 7 days"),
                validity("\u00AB\u00BB\"backdate\": \"604801 seconds\"", "backdate", "not allowed", "at most 7 days"),
                validity("\u00AB\u00BB\"max-postdate\": \"1 week\"", "max-postdate", "not allowed", lifetime),
                validity("\u00AB\u00BB\"max-postdate\": \"no expiration\"", "max-postdate", "not allowed", lifetime),
                validity("\u00AB\u00BB\"beyond-issuer\": \"cut\"", "beyond-issuer", "not allowed", "clip or refuse"),
                validity("\"backdate\": \u00AB\u00BB5", "backdate", "a number stands here", "write a text"),
                validity(
                        "\u00AB\u00BB\"backdate\": \"2 days\", \"max-backdate\": \"1 day\"",
                        "backdate",
                        "longer than max-backdate",
                        "at most"),
                validity("\u00AB\u00BB\"usual\": \"1 day\"", "usual", "the key is unknown", "default, max"),
                new Edit("\"default\": \"10 days\", ", "\u00AB\u00BB", "validity.default", "missing", "add it"),
                new Edit(
                        "\"default\": \"10 days\"",
                        "\u00AB\u00BB\"default\": \"0 days\"",
                        "validity.default",
                        "not allowed",
                        lifetime),
                new Edit(
                        "\"default\": \"10 days\"",
                        "\u00AB\u00BB\"default\": \"21 days\"",
                        "validity.default",
                        "longer than the maximum",
                        ""),
                new Edit("\"20 days\"", "\u00AB\u00BB20", "validity.max", "a number stands here", "write a text"),
                new Edit(
                        "\"max\": \"20 days\"",
                        "\u00AB\u00BB\"max\": \"36526 days\"",
                        "validity.max",
                        "not allowed",
                        "at most 36525 days"),
                new Edit(
                        "[\"digitalSignature\"]",
                        "[\u00AB\u00BB\"nonRepudiation\"]",
                        "extensions.key-usage[0]",
                        "not allowed",
                        "contentCommitment"),
                extension(
                        "\"basic-constraints\": \u00AB\u00BB\"true\"", "basic-constraints", "a text", "true or false"),
                extension(
                        "\u00AB\u00BB\"require-explicit-policy\": 21",
                        "require-explicit-policy",
                        "out of range",
                        "from 0 to 20"),
                extension("\u00AB\u00BB\"keyUsage\": []", "keyUsage", "the key is unknown", "key-usage"),
                extension(
                        "\"extended-key-usage\": \u00AB\u00BB[\"serverAuth\"]",
                        "extended-key-usage",
                        "a list",
                        "write an object"),
                extension(
                        "\"extended-key-usage\": {\"purposes\": [\"serverAuth\"], \"as-constraint\": \u00AB\u00BB1}",
                        "extended-key-usage.as-constraint",
                        "a number",
                        "true or false"),
                extension("\"extended-key-usage\": \u00AB\u00BB{}", "extended-key-usage.purposes", "missing", "add it"),
                extension(
                        "\"extended-key-usage\": {\"purposes\": [\u00AB\u00BB\"tls\"]}",
                        "extended-key-usage.purposes[0]",
                        "not allowed",
                        "serverAuth"),
                extension(
                        "\"certificate-policies\": {\"policies\": [\u00AB\u00BB{}]}",
                        "certificate-policies.policies[0].oid",
                        "missing",
                        "add it"),
                extension(
                        "\"certificate-policies\": {\"policies\": [{\"oid\": \"1.2.3\", \u00AB\u00BB\"statement\": \"x\"}]}",
                        "certificate-policies.policies[0].statement",
                        "scheme",
                        "write a URI"),
                extension(
                        "\"certificate-policies\": {\"policies\": [{\"oid\": \"1.2.3\"}, {\u00AB\u00BB\"oid\": \"1.2.3\"}]}",
                        "certificate-policies.policies[1].oid",
                        "twice",
                        "keep one"),
                extension(
                        "\"custom\": [{\"oid\": \"1.2.3\", \u00AB\u00BB\"der\": \"!\"}]",
                        "custom[0].der",
                        "not base64",
                        "in one line"),
                extension(
                        "\"custom\": [{\"oid\": \"1.2.3\", \u00AB\u00BB\"der\": \"MIA=\"}]",
                        "custom[0].der",
                        "not DER",
                        "one DER element"),
                extension("\"custom\": [\u00AB\u00BB{\"oid\": \"1.2.3\"}]", "custom[0].der", "missing", "add it"),
                extension(
                        "\"crl-distribution-points\": {\"urls\": [\u00AB\u00BB\"x\"]}",
                        "crl-distribution-points.urls[0]",
                        "not allowed",
                        "a URI"),
                extension(
                        "\"crl-distribution-points\": {\u00AB\u00BB\"when-missing\": \"skip\"}",
                        "crl-distribution-points.when-missing",
                        "not allowed",
                        "omit or refuse"),
                extension(
                        "\"crl-distribution-points\": {\u00AB\u00BB\"url\": []}",
                        "crl-distribution-points.url",
                        "unknown",
                        "urls"),
                extension(
                        "\"authority-information-access\": {\"ocsp\": [\u00AB\u00BB\"a b:c\"]}",
                        "authority-information-access.ocsp[0]",
                        "not allowed",
                        "a URI"),
                extension("\"copy\": [\u00AB\u00BB\"x\"]", "copy[0]", "not allowed", ""));
    }

    @ParameterizedTest
    @MethodSource({"headers", "subjects", "otherParts"})
    void theProblemStandsAtTheValueWithAWayOut(Edit edit) {
        assertTrue(GOOD.contains(edit.from()), edit.from());
        String marked = GOOD.replace(edit.from(), edit.to());
        String before = marked.substring(0, marked.indexOf('\u00AB'));
        String text = marked.replace("\u00AB\u00BB", "");
        ProfileException refused = assertThrows(ProfileException.class, () -> read(text), text);
        Problem problem = refused.problems().stream()
                .filter(p -> p.field().equals(edit.field()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(refused.getMessage()));
        assertTrue(problem.what().contains(edit.what()), problem::toString);
        assertTrue(problem.remedy().contains(edit.remedy()), problem::toString);
        if (problem.what().contains("is missing")) {
            return; // the object around is named, and the object may start earlier
        }
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        assertEquals(line + ":" + column, problem.line() + ":" + problem.column(), problem::toString);
        assertEquals(1, refused.problems().size(), refused::getMessage);
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
        assertDoesNotThrow(() -> read(GOOD.replace("\"min\": 1", "\"min\": 1, " + member)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"backdate\": \"7 days\"",
                "\"backdate\": \"604800 seconds\"",
                "\"backdate\": \"0 days\"",
                "\"max-postdate\": \"36525 days\"",
                "\"backdate\": \"1 day\", \"max-backdate\": \"1 day\"",
                "\"beyond-issuer\": \"refuse\""
            })
    void theOutermostValuesOfTheValidityAreRead(String member) {
        assertDoesNotThrow(() -> read(GOOD.replace("\"max\": \"20 days\"", "\"max\": \"20 days\", " + member)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"max-size\": 1", "\"max-size\": 1048576", "\"title\": \"t\"", "\"signatures\": [\"ed25519\"]"})
    void theOutermostValuesOfTheFileAreRead(String member) {
        assertDoesNotThrow(() -> read(GOOD.replace("\"kind\"", member + ", \"kind\"")));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21})
    void aListHasALimitThatIsNamed(int entries) {
        List<String> all = Stream.iterate(1, n -> n + 1)
                .limit(entries)
                .map(n -> "\"1.2." + n + "\"")
                .toList();
        String text = GOOD.replace("\"extensions\": {", "\"extensions\": {\"copy\": " + all + ", ");
        if (entries <= 20) {
            assertDoesNotThrow(() -> read(text));
        } else {
            Problem problem = assertThrows(ProfileException.class, () -> read(text))
                    .problems()
                    .getFirst();
            assertEquals("extensions.copy", problem.field());
            assertEquals("the list has 21 entries", problem.what());
            assertEquals("keep at most 20", problem.remedy());
        }
    }

    private static Profile read(String text) throws ProfileException {
        return ProfileReader.read("test.json", text.getBytes(StandardCharsets.UTF_8));
    }
}
