package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema and the reader agree. */
class ProfileSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(new String(ReadyMadeProfiles.schema(), StandardCharsets.UTF_8), InputFormat.JSON);

    static Stream<String> readyMade() {
        return ReadyMadeProfiles.names().stream();
    }

    @ParameterizedTest
    @MethodSource("readyMade")
    void readyMadeProfilesAreValid(String name) {
        String json = new String(ReadyMadeProfiles.source(name).orElseThrow(), StandardCharsets.UTF_8);
        assertEquals(List.of(), errors(json));
    }

    /** Each is one edit of a good profile: what is replaced, and by what. */
    static Stream<List<String>> badEdits() {
        return Stream.of(
                List.of("\"cairn-profile\": 1", "\"cairn-profile\": 2"),
                List.of("\"cairn-profile\": 1", "\"cairn-profile\": \"1\""),
                List.of("\"name\": \"tls-server\",", ""),
                List.of("\"name\": \"tls-server\"", "\"name\": \"TLS server\""),
                List.of("\"end-entity\"", "\"end entity\""),
                List.of("\"keys\":", "\"lint\": [\"matter\"], \"keys\":"),
                List.of("\"keys\":", "\"lint\": [], \"keys\":"),
                List.of("\"keys\":", "\"lint\": [\"idevid\", \"idevid\"], \"keys\":"),
                List.of("\"urn:cairn:profile:1\"", "\"urn:cairn:profile:9\""),
                List.of("\"ec-p256\"", "\"ec-p192\""),
                List.of("\"ec-p256\",", "\"ec-p384\","),
                List.of("\"max\": 3", "\"max\": 3.5"),
                List.of("\"max\": 3", "\"max\": 1e400"),
                List.of("\"max\": 3", "\"max\": 9223372036854775807"),
                List.of("\"max\": 3", "\"max\": \"3\""),
                List.of("\"max\": 3", "\"max\": null"),
                List.of("\"max\": 3", "\"maximum\": 3"),
                List.of("\"unlisted\": \"drop\"", "\"unlisted\": \"ignore\""),
                List.of("\"398 days\"", "\"398d\""),
                List.of("\"398 days\"", "398"),
                List.of("\"398 days\"", "\"0 days\""),
                List.of("\"from-common-name\": true", "\"from-common-name\": \"yes\""),
                List.of("\"from-common-name\": true", "\"spiffe\": true"),
                List.of("[\"digitalSignature\"]", "[\"digitalsignature\"]"),
                List.of("[\"digitalSignature\"]", "[\"digitalSignature\", \"keyCertSign\"]"),
                List.of("[\"digitalSignature\"]", "[]"),
                List.of("[\"digitalSignature\"]", "[\"digitalSignature\", \"digitalSignature\"]"),
                List.of("[\"serverAuth\"]", "[\"serverAuth\", \"1.2.3.\"]"),
                List.of("[\"serverAuth\"]", "[\"serverAuth\", \"3.1.2\"]"),
                List.of("\"key-usage\"", "\"path-length\": {\"default\": 0}, \"key-usage\""),
                List.of("\"key-usage\"", "\"copy\": [\"x\"], \"key-usage\""),
                List.of("\"key-usage\"", "\"custom\": [{\"oid\": \"1.2.3\"}], \"key-usage\""),
                List.of("\"key-usage\"", "\"custom\": [{\"oid\": \"1.2.3\", \"der\": \"?\"}], \"key-usage\""),
                List.of("\"end-entity\"", "\"subordinate-authority\""));
    }

    @ParameterizedTest
    @MethodSource("badEdits")
    void whatTheSchemaRefusesTheReaderRefusesToo(List<String> edit) {
        String good = new String(ReadyMadeProfiles.source("tls-server").orElseThrow(), StandardCharsets.UTF_8);
        assertTrue(good.contains(edit.get(0)), "the profile still has " + edit.get(0));
        String bad = good.replaceFirst(
                java.util.regex.Pattern.quote(edit.get(0)), java.util.regex.Matcher.quoteReplacement(edit.get(1)));
        assertFalse(errors(bad).isEmpty(), "the schema accepts " + edit);
        ProfileException refused = assertThrows(
                ProfileException.class, () -> ProfileReader.read("bad.json", bad.getBytes(StandardCharsets.UTF_8)));
        assertTrue(refused.problems().stream().allMatch(p -> p.line() >= 1 && p.column() >= 1));
        assertFalse(refused.problems().get(0).remedy().isEmpty());
    }

    @Test
    void theSchemaIsNamedByAnUrnAndReachesForNothing() {
        String text = new String(ReadyMadeProfiles.schema(), StandardCharsets.UTF_8);
        assertTrue(text.contains("\"$id\": \"" + ProfileReader.SCHEMA + "\""));
        assertFalse(
                text.replace("https://json-schema.org/draft/2020-12/schema", "").contains("://"));
    }

    private static List<Error> errors(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }
}
