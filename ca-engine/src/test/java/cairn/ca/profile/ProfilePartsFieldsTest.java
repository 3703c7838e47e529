package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, validity and extensions with values that are wrong: the problem stands at the very value and says what to write. */
final class ProfilePartsFieldsTest {
    private static ProfileEdit names(String to, String field, String what, String remedy) {
        return new ProfileEdit("\"dns\": {}", to, "alternative-names." + field, what, remedy);
    }

    private static ProfileEdit validity(String to, String field, String what, String remedy) {
        return new ProfileEdit(
                "\"max\": \"20 days\"", "\"max\": \"20 days\", " + to, "validity." + field, what, remedy);
    }

    private static ProfileEdit extension(String to, String field, String what, String remedy) {
        return new ProfileEdit(
                "\"extensions\": {", "\"extensions\": {" + to + ", ", "extensions." + field, what, remedy);
    }

    static Stream<ProfileEdit> otherParts() {
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
                new ProfileEdit("\"default\": \"10 days\", ", "\u00AB\u00BB", "validity.default", "missing", "add it"),
                new ProfileEdit(
                        "\"default\": \"10 days\"",
                        "\u00AB\u00BB\"default\": \"0 days\"",
                        "validity.default",
                        "not allowed",
                        lifetime),
                new ProfileEdit(
                        "\"default\": \"10 days\"",
                        "\u00AB\u00BB\"default\": \"21 days\"",
                        "validity.default",
                        "longer than the maximum",
                        ""),
                new ProfileEdit(
                        "\"20 days\"", "\u00AB\u00BB20", "validity.max", "a number stands here", "write a text"),
                new ProfileEdit(
                        "\"max\": \"20 days\"",
                        "\u00AB\u00BB\"max\": \"36526 days\"",
                        "validity.max",
                        "not allowed",
                        "at most 36525 days"),
                new ProfileEdit(
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
    @MethodSource("otherParts")
    void theProblemStandsAtTheValueWithAWayOut(ProfileEdit edit) {
        edit.check();
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
        assertDoesNotThrow(() ->
                ProfileEdit.read(ProfileEdit.GOOD.replace("\"max\": \"20 days\"", "\"max\": \"20 days\", " + member)));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21})
    void aListHasALimitThatIsNamed(int entries) {
        List<String> all = Stream.iterate(1, n -> n + 1)
                .limit(entries)
                .map(n -> "\"1.2." + n + "\"")
                .toList();
        String text = ProfileEdit.GOOD.replace("\"extensions\": {", "\"extensions\": {\"copy\": " + all + ", ");
        if (entries <= 20) {
            assertDoesNotThrow(() -> ProfileEdit.read(text));
        } else {
            Problem problem = assertThrows(ProfileException.class, () -> ProfileEdit.read(text))
                    .problems()
                    .getFirst();
            assertEquals("extensions.copy", problem.field());
            assertEquals("the list has 21 entries", problem.what());
            assertEquals("keep at most 20", problem.remedy());
        }
    }
}
