package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.profile.ReadyMadeProfiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many profile files are checked in one go, whatever is wrong with one of them. */
class ProfileCheckTest {
    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    @Test
    void oneThatCannotBeReadKeepsNoOtherFromBeingChecked() throws Exception {
        String missing = cairn.file("missing.json").toString();
        String broken = Files.writeString(cairn.file("broken.json"), "{\"cairn-profile\": 1,}")
                .toString();
        Path sound = cairn.file("sound.json");
        Files.write(sound, ReadyMadeProfiles.source("iot-device").orElseThrow());
        assertEquals(3, cairn.run("profile", "check", missing, broken, sound.toString()));
        assertTrue(cairn.err().contains("code: I-2"), cairn::err);
        assertTrue(cairn.err().contains("code: P-2"), cairn::err);
        assertEquals(sound + ": profile iot-device is sound\n", cairn.out());
        assertEquals(0, cairn.run("profile", "check", sound.toString()), cairn::err);
        assertEquals(2, cairn.run("profile", "check"));

        assertEquals(3, cairn.run("profile", "check", "--json", missing, sound.toString()));
        List<String> lines = cairn.out().lines().toList();
        JsonNode refused = new ObjectMapper().readTree(lines.get(0));
        assertEquals(missing, refused.get("file").asText());
        assertEquals("I-2", refused.get("code").asText());
        JsonNode accepted = new ObjectMapper().readTree(lines.get(1));
        assertEquals(sound.toString(), accepted.get("file").asText());
        assertEquals("iot-device", accepted.get("name").asText());
    }

    @Test
    void aProfileOfTheWorkspaceGoesBeforeTheReadyMadeOneAndIsSaidToDoSo() throws Exception {
        cairn.makeAuthorities();
        Path profiles = Files.createDirectories(Path.of(cairn.workspace(), "profiles"));
        String own = new String(ReadyMadeProfiles.source("iot-device").orElseThrow(), StandardCharsets.UTF_8);
        Path shadow = Files.writeString(
                profiles.resolve("iot-device.json"), own.replaceFirst("\"title\": \"[^\"]*\"", "\"title\": \"Mine\""));
        String listed = cairn.done("profile", "list");
        assertEquals(
                1, listed.lines().filter(line -> line.startsWith("iot-device ")).count(), listed);
        assertTrue(listed.contains("the workspace's own, in place of the ready-made one"), listed);
        assertTrue(cairn.done("profile", "show", "iot-device", "--json").contains("\"title\":\"Mine\""), cairn::out);

        Files.move(shadow, profiles.resolve("mine.json"));
        Files.writeString(profiles.resolve("broken.json"), "{");
        Files.writeString(profiles.resolve("My Own.json"), own);
        assertEquals(3, cairn.run("profile", "list", "-w", cairn.workspace()));
        assertTrue(cairn.out().contains("tls-server"), cairn::out);
        for (String code : List.of("P-1", "P-2", "P-4")) {
            assertTrue(cairn.err().contains("code: " + code), cairn::err);
        }
        assertEquals(3, cairn.run("profile", "show", "mine", "-w", cairn.workspace()));
        assertTrue(cairn.err().contains("is called iot-device"), cairn::err);
    }
}
