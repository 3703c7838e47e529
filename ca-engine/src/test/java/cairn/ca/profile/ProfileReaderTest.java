package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A profile file is read strictly, and what is wrong is named with its place. */
class ProfileReaderTest {
    private static final String GOOD = """
            {
              "cairn-profile": 1,
              "name": "device",
              "kind": "end-entity",
              "keys": ["ec-p256"],
              "subject": {"attributes": [{"type": "commonName", "min": 1}]},
              "validity": {"default": "365 days", "max": "730 days"},
              "extensions": {"key-usage": ["digitalSignature"]}
            }
            """;

    @Test
    void aMinimalProfileIsRead() throws ProfileException {
        Profile profile = ProfileReader.read("device.json", utf8(GOOD));
        assertEquals("device", profile.name());
        assertEquals("device", profile.title());
        assertEquals("", profile.description());
        assertEquals(Kind.END_ENTITY, profile.kind());
        assertEquals("device", profile.toString());
    }

    @Test
    void aByteOrderMarkAndWindowsLinesAreHarmless() throws ProfileException {
        String windows = "\uFEFF" + GOOD.replace("\n", "\r\n");
        assertEquals("device", ProfileReader.read("device.json", utf8(windows)).name());
    }

    @Test
    void anUnknownKeyIsNamedWithLineAndColumn() {
        Problem problem =
                only(GOOD.replace("\"kind\": \"end-entity\",", "\"kind\": \"end-entity\",\n  \"colour\": 1,"));
        assertEquals(new Problem(5, 3, "colour", "the key is unknown", problem.remedy()), problem);
        assertTrue(problem.remedy().contains("max-size"), problem.remedy());
    }

    @Test
    void aDoubledKeyIsNamedWithBothPlaces() {
        Problem problem = only(GOOD.replace("\"max\": \"730 days\"", "\"max\": \"730 days\", \"max\": \"9999 days\""));
        assertEquals(7, problem.line());
        assertEquals(58, problem.column());
        assertEquals("validity.max", problem.field());
        assertTrue(problem.what().contains("line 7, column 39"), problem.what());
    }

    @Test
    void severalProblemsAreReportedAtOnceInTheOrderOfTheFile() {
        String bad = GOOD.replace("\"device\"", "\"A device\"")
                .replace("\"ec-p256\"", "\"ec-p999\"")
                .replace("365 days", "a year");
        List<Problem> problems = problems(utf8(bad));
        assertEquals(
                List.of("name", "keys[0]", "validity.default"),
                problems.stream().map(Problem::field).toList());
        assertEquals(List.of(3, 5, 7), problems.stream().map(Problem::line).toList());
    }

    @Test
    void theMessageSaysFilePlaceFieldAndRemedy() {
        ProfileException refused = assertThrows(
                ProfileException.class,
                () -> ProfileReader.read("device.json", utf8(GOOD.replace("\"min\": 1", "\"min\": \"1\""))));
        assertEquals("device.json", refused.file());
        assertEquals(
                "device.json:6:60: subject.attributes[0].min: a text stands here; write a whole number",
                refused.getMessage());
    }

    static Stream<List<String>> badTexts() {
        return Stream.of(
                List.of("", "the file is empty"),
                List.of("   \n ", "the file is empty"),
                List.of("[]", "a profile is an object"),
                List.of("1", "a profile is an object"),
                List.of("{", "not JSON"),
                List.of("{\"a\": 1,}", "not JSON"),
                List.of("{'a': 1}", "not JSON"),
                List.of("{\"a\": 01}", "not JSON"),
                List.of("{\"a\": NaN}", "not JSON"),
                List.of("{} // comment", "not JSON"),
                List.of("{\"a\": 1e400}", "1e400 is not a whole number"),
                List.of("{\"a\": -0.5}", "-0.5 is not a whole number"),
                List.of("{\"a\": \"\\ud800\"}", "half of a surrogate pair"),
                List.of("{\"a\": " + "9".repeat(500) + "}", "too long"),
                List.of("{\"a\": \"" + "x".repeat(200_000) + "\"}", "too long"),
                List.of("{\"" + "k".repeat(5_000) + "\": 1}", "too long"),
                List.of("{\"a\":".repeat(17), "the nesting is deeper than 16"),
                List.of(GOOD + GOOD, "something follows the end"));
    }

    @ParameterizedTest
    @MethodSource("badTexts")
    void badTextsAreRefusedWithWords(List<String> bad) {
        List<Problem> problems = problems(utf8(bad.get(0)));
        assertTrue(problems.stream().anyMatch(p -> p.what().contains(bad.get(1))), problems.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775807", "-1", "2147483648", "99999999999999999999999999", "-9223372036854775809"})
    void aNumberOutOfRangeIsNamed(String number) {
        Problem problem = only(GOOD.replace("\"min\": 1", "\"min\": " + number));
        assertEquals(number + " is out of range", problem.what());
        assertEquals("write a number from 0 to 20", problem.remedy());
    }

    @Test
    void octetsThatAreNotUtf8AreNamed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(utf8("{\n \"name\": \""));
        bytes.write(0xC3);
        bytes.writeBytes(utf8("(\"}"));
        Problem problem = problems(bytes.toByteArray()).get(0);
        assertEquals(2, problem.line());
        assertEquals(11, problem.column());
        assertTrue(problem.what().contains("is not UTF-8"));
    }

    @Test
    void sixteenBitTextIsNotGuessed() {
        assertTrue(
                problems(GOOD.getBytes(StandardCharsets.UTF_16)).get(0).what().contains("is not UTF-8"));
        List<Problem> unmarked = problems(GOOD.getBytes(StandardCharsets.UTF_16LE));
        assertTrue(unmarked.get(0).what().contains("not JSON"), unmarked.toString());
    }

    @Test
    void aHugeFileIsRefusedUnread() {
        assertTrue(problems(new byte[(1 << 20) + 1]).get(0).what().contains("1048577 octets"));
    }

    @Test
    void whatIsShownIsSafeForATerminal() {
        Problem problem = only(GOOD.replace("\"cairn-profile\"", "\"\\u001b[2J\\u202e\": 1, \"cairn-profile\""));
        assertEquals("[U+001B][2J[U+202E]", problem.field());
    }

    @Test
    void problemsEndAtANumberThatCanBeRead() {
        StringBuilder many = new StringBuilder("{");
        for (int i = 0; i < 1_000; i++) {
            many.append("\"k").append(i).append("\": 1, ");
        }
        assertEquals(50, problems(utf8(many.append("\"z\": 1}").toString())).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.", "3.1", "1.40.1", "1.02.3", "1.2.x", "2.999." + "1.2.3.4.5", "-1.2"})
    void objectIdentifiersAreChecked(String oid) {
        String text = GOOD.replace("\"extensions\": {", "\"extensions\": {\"copy\": [\"" + oid + "\"], ");
        if (oid.startsWith("2.999")) {
            Shaping.profile(text);
        } else {
            assertEquals("extensions.copy[0]", only(text).field());
        }
    }

    @Test
    void theBadFilesOfTheTestDataAreRefused() {
        int files = 0;
        for (String row : TestData.lines("malformed/inputs.tsv")) {
            String[] cells = row.split("\t");
            if (cells[1].equals("profile")) {
                files++;
                List<Problem> problems = problems(TestData.bytes("malformed/" + cells[0]));
                String words = switch (cells[2]) {
                    case "reject: duplicate key" -> "for the second time";
                    case "reject: not an integer" -> "1e400 is not a whole number";
                    case "reject: nesting limit, no StackOverflowError" -> "the nesting is deeper";
                    default -> throw new AssertionError("an expectation without a test: " + row);
                };
                assertTrue(problems.stream().anyMatch(p -> p.what().contains(words)), row + " gave " + problems);
            }
        }
        assertTrue(files >= 3, "rows of kind profile");
    }

    private static Problem only(String text) {
        List<Problem> problems = problems(utf8(text));
        assertEquals(1, problems.size(), problems.toString());
        return problems.get(0);
    }

    private static List<Problem> problems(byte[] content) {
        ProfileException refused =
                assertThrows(ProfileException.class, () -> ProfileReader.read("device.json", content));
        return refused.problems();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
