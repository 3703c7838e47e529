package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.testkit.ExternalTool;
import cairn.testkit.ExternalTool.Result;
import cairn.testkit.SoftHsm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of a real PKCS#11 library from the command line; each command is a program of its own. */
class TokenCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private SoftHsm hsm;
    private ExternalTool java;
    private Path pin;
    private Path officer;

    @BeforeEach
    void start() throws IOException {
        hsm = SoftHsm.in(folder);
        java = ExternalTool.at(Path.of(System.getProperty("java.home"), "bin", "java"))
                .with("SOFTHSM2_CONF", hsm.configuration().toString())
                .with("CREDENTIALS_DIRECTORY", folder.toString());
        pin = secret("pin", SoftHsm.PIN);
        officer = secret("so-pin", SoftHsm.SO_PIN);
        cairn("workspace", "init");
    }

    private Path secret(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private List<String> command(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "cairn.app.boot.Main"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("-w", folder.resolve("ws").toString()));
        return all;
    }

    private String cairn(String... arguments) {
        return java.expectSuccess(command(arguments).toArray(String[]::new)).text();
    }

    private Result tried(String... arguments) {
        return java.run(command(arguments).toArray(String[]::new));
    }

    private void initialise(String name) {
        cairn(
                "token",
                "init",
                name,
                "--module",
                library(),
                "--pin-file",
                pin.toString(),
                "--so-pin-file",
                officer.toString());
    }

    private String library() {
        return hsm.library().toString();
    }

    @Test
    void aTokenIsMadeListedUsedAndTested() throws Exception {
        initialise("main");
        JsonNode listed = JSON.readTree(cairn("token", "list", "--json"));
        assertEquals("main", listed.get("name").asText());
        assertTrue(listed.get("hsm").asBoolean());
        cairn(
                "authority",
                "create-root",
                "root",
                "--subject",
                "CN=Root",
                "--key",
                "rsa-3072",
                "--pin-file",
                pin.toString());
        JsonNode key = JSON.readTree(cairn("token", "keys", "main", "--pin-file", pin.toString(), "--json"));
        assertEquals("root", key.get("label").asText());
        assertTrue(key.get("attributes").get("CKA_SENSITIVE").asBoolean());
        assertFalse(key.get("attributes").get("CKA_EXTRACTABLE").asBoolean());
        assertTrue(key.get("attributes").get("CKA_LOCAL").asBoolean());
        JsonNode tested = JSON.readTree(cairn("token", "test", "main", "root", "--pin-credential", "pin", "--json"));
        assertEquals(384, tested.get("octets").asInt());
        assertTrue(tested.get("verified").asBoolean());
        Result none = tried("token", "test", "main", "no-such-key", "--pin-file", pin.toString());
        assertEquals(4, none.status());
        assertTrue(none.errors().contains("code: T-1"), none.errors());
        JsonNode info = JSON.readTree(cairn("token", "info", "main", "--pin-file", pin.toString(), "--json"));
        assertTrue(info.get("mechanisms").toString().contains("CKM_ECDSA"), info::toString);
    }

    @Test
    void aTokenThatIsInUseIsOnlyErasedOnRequest() throws Exception {
        initialise("main");
        String slot = slotOf("main");
        String[] again = {
            "token",
            "init",
            "other",
            "--module",
            library(),
            "--slot",
            slot,
            "--pin-file",
            pin.toString(),
            "--so-pin-file",
            officer.toString()
        };
        Result refused = tried(again);
        assertEquals(1, refused.status());
        assertTrue(refused.errors().contains("code: T-13"), refused.errors());
        assertEquals(slot, slotOf("main"), "it is untouched");
        cairn(Stream.concat(Stream.of(again), Stream.of("--erase")).toArray(String[]::new));
        assertEquals(slot, slotOf("other"));
    }

    private String slotOf(String label) throws IOException {
        for (String line :
                cairn("token", "list", "--module", library(), "--json").lines().toList()) {
            JsonNode slot = JSON.readTree(line);
            if (slot.path("label").asText().equals(label)) {
                return slot.get("slot").asText();
            }
        }
        return "none";
    }

    @Test
    void aTokenThatSomebodyElseMadeIsAddedByItsLabel() {
        hsm.initToken("theirs");
        cairn("token", "add", "hsm", "--module", library(), "--token", "theirs");
        assertTrue(cairn("token", "list").contains("theirs"));
        Result twice = tried("token", "add", "hsm", "--module", library(), "--token", "theirs");
        assertTrue(twice.status() != 0, twice.all());
        Result unknown = tried("token", "add", "second", "--module", library(), "--token", "nobodys");
        assertEquals(4, unknown.status());
        assertTrue(unknown.errors().contains("code: T-2"), unknown.errors());
    }

    @Test
    void aPinIsChangedByItsOwnerAndResetByTheOfficer() throws Exception {
        initialise("main");
        Path second = secret("second", "775533");
        cairn("token", "change-pin", "main", "--pin-file", pin.toString(), "--new-pin-file", second.toString());
        assertEquals(
                4, tried("token", "keys", "main", "--pin-file", pin.toString()).status());
        cairn("token", "keys", "main", "--pin-file", second.toString());
        cairn(
                "token",
                "change-pin",
                "main",
                "--unlock",
                "--so-pin-file",
                officer.toString(),
                "--new-pin-file",
                pin.toString());
        cairn("token", "keys", "main", "--pin-file", pin.toString());
    }

    @Test
    void aPinComesFromADescriptorAndNotFromAFileThatOthersRead() throws Exception {
        initialise("main");
        List<String> words = command("token", "keys", "main", "--pin-fd", "3");
        words.addFirst(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(0, List.of("-c", "exec \"$@\" 3<" + pin, "sh"));
        ExternalTool.at(Path.of("/bin/sh"))
                .with("SOFTHSM2_CONF", hsm.configuration().toString())
                .expectSuccess(words.toArray(String[]::new));
        Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-r--r--"));
        Result open = tried("token", "keys", "main", "--pin-file", pin.toString());
        assertEquals(4, open.status());
        assertTrue(open.errors().contains(pin.toString()), open.errors());
        assertFalse(open.all().contains(SoftHsm.PIN));
    }

    /** A program that does not work in the workspace of this test. */
    private Result demo(Path out, String label, Path pins) {
        List<String> words = command(
                "demo",
                "--out",
                out.toString(),
                "--module",
                library(),
                "--token",
                label,
                "--pin-file",
                pins.toString(),
                "--devices",
                "1",
                "--services",
                "1");
        return java.run(words.subList(0, words.size() - 2).toArray(String[]::new));
    }

    @Test
    void oneTokenHoldsTheKeysOfSeveralDemonstrations() throws Exception {
        hsm.initToken("theirs");
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Result done = demo(first, "theirs", pin);
        assertEquals(0, done.status(), done.all());
        done = demo(second, "theirs", pin);
        assertEquals(0, done.status(), done.all());
        assertTrue(done.text().contains("demo-root-2, demo-issuing-2"), done.all());
        for (Path out : List.of(first, second)) {
            JsonNode summary = JSON.readTree(out.resolve("summary.json").toFile());
            assertTrue(summary.get("passed").asBoolean(), summary::toString);
        }
        assertFalse(Arrays.equals(
                Files.readAllBytes(first.resolve("root.pem")), Files.readAllBytes(second.resolve("root.pem"))));
    }

    @Test
    void aDemonstrationThatCannotLogInLeavesNothingBehind() throws Exception {
        hsm.initToken("theirs");
        Path out = folder.resolve("out");
        Result absent = demo(out, "nobodys", pin);
        assertEquals(4, absent.status());
        assertTrue(absent.errors().contains("code: T-2"), absent.errors());
        Result wrong = demo(out, "theirs", officer);
        assertEquals(4, wrong.status());
        assertTrue(wrong.errors().contains("code: T-4"), wrong.errors());
        assertFalse(Files.exists(out), "something was written");
        Files.createDirectories(out.resolve("workspace").resolve("something"));
        Result occupied = demo(out, "theirs", officer);
        assertEquals(5, occupied.status(), "it was logged in to first");
        assertTrue(occupied.errors().contains("code: S-4"), occupied.errors());
        Files.delete(out.resolve("workspace").resolve("something"));
        Result right = demo(out, "theirs", pin);
        assertEquals(0, right.status(), right.all());
    }

    @Test
    void aLibraryThatIsNoneIsNotAnAbsentToken() throws Exception {
        Result wrong = tried("token", "list", "--module", pin.toString());
        assertEquals(4, wrong.status());
        assertTrue(wrong.errors().contains("code: T-16"), wrong.errors());
        assertTrue(wrong.errors().contains("where: the PKCS#11 library " + pin + ": "), wrong.errors());
        assertFalse(wrong.errors().contains("plugged in"), wrong.errors());
    }
}
