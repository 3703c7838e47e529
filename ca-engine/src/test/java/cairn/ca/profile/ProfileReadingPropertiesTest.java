package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is done to a profile file, it is either read or refused with places that lie in the file. */
class ProfileReadingPropertiesTest {
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "null",
            "true",
            "-1",
            "0",
            "1e400",
            "9223372036854775807",
            "1.5",
            "\"\"",
            "\"${x}\"",
            "\"${\"",
            "{}",
            "[]",
            "\"min\": 5,",
            "\"max\": 0,",
            "\"pattern\": \"(a+)+\",",
            "\"default\": \"1 day\",",
            "\"copy\": [\"1.2.3\"],",
            "\"kind\": \"root-authority\",",
            "\\u0000",
            "\u0000",
            "é",
            "\uD83D\uDE00",
            "\"custom\": [{\"oid\": \"1.2\", \"der\": \"BQA=\"}],",
            "\"name-constraints\": {\"excluded\": {\"ip\": [\"::/0\"]}},");

    @Property(tries = 1_500)
    void editedProfilesNeverCrashTheReader(@ForAll("names") String name, @ForAll("edits") List<Edit> edits) {
        String text = new String(ReadyMadeProfiles.source(name).orElseThrow(), StandardCharsets.UTF_8);
        for (Edit edit : edits) {
            int at = Math.floorMod(edit.at(), text.length());
            text = text.substring(0, at) + edit.piece() + text.substring(Math.min(text.length(), at + edit.removed()));
        }
        readOrRefuse(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Swaps whole values, so that the file stays JSON and the later stages are reached. */
    @Property(tries = 1_500)
    void profilesWithForeignValuesNeverCrashTheReader(
            @ForAll("names") String name, @ForAll("values") String value, @ForAll @IntRange(max = 200) int which) {
        String text = new String(ReadyMadeProfiles.source(name).orElseThrow(), StandardCharsets.UTF_8);
        String[] parts = text.split("(?<=\": )", -1);
        int chosen = 1 + which % (parts.length - 1);
        parts[chosen] = parts[chosen].replaceFirst(
                "^(\"[^\"]*\"|[0-9]+|true|false|\\[[^\\[\\]]*])", java.util.regex.Matcher.quoteReplacement(value));
        readOrRefuse(String.join("", parts).getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1_000)
    void flippedOctetsNeverCrashTheReader(
            @ForAll("names") String name, @ForAll int at, @ForAll byte octet, @ForAll boolean cut) {
        byte[] content = ReadyMadeProfiles.source(name).orElseThrow();
        int place = Math.floorMod(at, content.length);
        byte[] changed = cut ? Arrays.copyOf(content, place) : content.clone();
        if (!cut) {
            changed[place] = octet;
        }
        readOrRefuse(changed);
    }

    @Property(tries = 500)
    void anyOctetsAreRefused(@ForAll byte[] content) {
        readOrRefuse(content);
    }

    private static void readOrRefuse(byte[] content) {
        try {
            Profile profile = ProfileReader.read("edited.json", content);
            assertFalse(profile.name().isEmpty());
            assertEquals(cairn.ca.x509.Fingerprint.of(content), profile.digest());
        } catch (ProfileException e) {
            long lines = new String(content, StandardCharsets.UTF_8).lines().count() + 1;
            for (Problem problem : e.problems()) {
                assertFalse(problem.line() < 1 || problem.line() > lines || problem.column() < 1, problem.toString());
                assertNotEquals("", problem.what());
                assertNotEquals("", problem.remedy());
            }
        }
    }

    /** Puts a piece in place of some characters. */
    record Edit(int at, int removed, String piece) {}

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(ReadyMadeProfiles.names());
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        Arbitrary<Integer> at =
                Arbitraries.integers().between(0, 5_000).withDistribution(net.jqwik.api.RandomDistribution.uniform());
        return net.jqwik.api.Combinators.combine(at, Arbitraries.integers().between(0, 12), Arbitraries.of(PIECES))
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "null",
                "true",
                "0",
                "21",
                "-1",
                "1e9",
                "{}",
                "[]",
                "[[]]",
                "[{}]",
                "\"\"",
                "\"x\"",
                "\"1.2.3\"",
                "\"no expiration\"",
                "\"1 day\"",
                "\"end-entity\"",
                "\"subordinate-authority\"",
                "\"root-authority\"",
                "[\"serverAuth\"]",
                "[\"OCSPSigning\"]",
                "[\"keyCertSign\"]",
                "[\"${a}\"]",
                "[\"ec-p256\", \"ec-p256\"]",
                "[\"rsa-2048\"]",
                "\"clip\"",
                "\"${a}${b}\"",
                "{\"dns\": [\"x\"]}",
                "{\"urls\": [\"${u}\"]}");
    }
}
