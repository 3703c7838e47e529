package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.problem.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    @TempDir
    private Path folder;

    private CommandLineFixture cairn;

    @BeforeEach
    void start() {
        cairn = new CommandLineFixture(folder);
    }

    @AfterEach
    void stop() {
        cairn.close();
    }

    private void done(String... arguments) {
        assertEquals(0, cairn.run(arguments), () -> String.join(" ", arguments) + "\n" + cairn.err());
    }

    private void makeAuthorities() throws Exception {
        String w = cairn.workspace();
        String pin = cairn.pinFile().toString();
        done("workspace", "init", "-w", w);
        done("token", "init", "soft", "-w", w, "--pin-file", pin);
        done(
                "authority",
                "create-root",
                "root",
                "-w",
                w,
                "--subject",
                "CN=Root",
                "--key",
                "ec-p256",
                "--pin-file",
                pin);
        done(
                "authority",
                "create-intermediate",
                "issuing",
                "-w",
                w,
                "--subject",
                "CN=Issuing",
                "--key",
                "ec-p256",
                "--parent",
                "root",
                "--pin-file",
                pin);
    }

    @Test
    void theHelpListsEveryExitCodeWithItsMeaning() {
        done("--help");
        for (ExitCode code : ExitCode.values()) {
            assertTrue(
                    cairn.out().matches("(?s).*\\b" + code.code() + "\\s+" + code.words() + ".*"),
                    () -> "the help does not explain " + code);
        }
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        assertEquals(ExitCode.USAGE.code(), cairn.run("no-such-command"));
        assertTrue(cairn.err().contains("no-such-command"));
    }

    @Test
    void aCertificateIsIssuedRevokedListedAndFoundAgain() throws Exception {
        makeAuthorities();
        String w = cairn.workspace();
        String pin = cairn.pinFile().toString();
        done(
                "issue",
                cairn.request("device-1").toString(),
                "-w",
                w,
                "--issuer",
                "issuing",
                "--profile",
                "iot-device",
                "--pin-file",
                pin,
                "--json");
        JsonNode issued = new ObjectMapper().readTree(cairn.out());
        String serial = issued.get("serialNumber").asText();
        assertTrue(Files.exists(Path.of(issued.get("file").asText())));
        done("revoke", serial, "-w", w, "--issuer", "issuing", "--reason", "superseded");
        assertEquals(ExitCode.REFUSED.code(), cairn.run("revoke", serial, "-w", w, "--issuer", "issuing"));
        Path list = cairn.file("issuing.crl");
        done("crl", "sign", "issuing", "-w", w, "--pin-file", pin, "--out", list.toString());
        done("inspect", "--json", list.toString());
        assertEquals("crl", new ObjectMapper().readTree(cairn.out()).get("kind").asText());
        done("inventory", "device-1", "-w", w, "--json");
        assertEquals(
                "revoked",
                new ObjectMapper().readTree(cairn.out()).get("status").asText());
        done("export", "issuing", "-w", w, "--out", cairn.file("chain.pem").toString());
        assertEquals(
                ExitCode.BAD_INPUT.code(),
                cairn.run(
                        "export",
                        "issuing",
                        "-w",
                        w,
                        "--out",
                        cairn.file("chain.pem").toString()));
        assertTrue(cairn.err().contains("exists already"));
        done("audit", "verify", "-w", w);
        done("workspace", "verify", "-w", w);
    }

    @Test
    void aWrongPassphraseIsATokenProblemAndIsRecorded() throws Exception {
        makeAuthorities();
        Path wrong = cairn.file("wrong-pin");
        Files.copy(cairn.pinFile(), wrong, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(wrong, "another passphrase");
        assertEquals(
                ExitCode.TOKEN.code(),
                cairn.run("crl", "sign", "root", "-w", cairn.workspace(), "--pin-file", wrong.toString()));
        assertFalse(cairn.err().contains("another passphrase"));
        done("audit", "show", "-w", cairn.workspace());
        assertTrue(cairn.out().contains("LOG-IN FAILED"));
    }

    @Test
    void aRequestThatIsDamagedIsRefusedAndItsNeighbourIssued() throws Exception {
        makeAuthorities();
        Path good = cairn.request("good");
        Path bad = cairn.request("bad");
        byte[] bytes = Files.readAllBytes(bad);
        bytes[bytes.length - 1] ^= 1;
        Files.write(bad, bytes);
        int code = cairn.run(
                "issue",
                bad.toString(),
                good.toString(),
                "-w",
                cairn.workspace(),
                "--issuer",
                "issuing",
                "--profile",
                "iot-device",
                "--pin-file",
                cairn.pinFile().toString());
        assertEquals(ExitCode.REFUSED.code(), code);
        assertTrue(Files.exists(cairn.file("good.pem")));
        assertFalse(Files.exists(cairn.file("bad.pem")));
    }

    @Test
    void theRegisterIsRebuiltFromTheJournalWhenItsFileIsLost() throws Exception {
        makeAuthorities();
        Files.delete(Path.of(cairn.workspace(), "register.mv.db"));
        assertEquals(ExitCode.STORAGE.code(), cairn.run("authority", "list", "-w", cairn.workspace()));
        assertTrue(cairn.err().contains("rebuild"), cairn::err);
        done("workspace", "rebuild", "-w", cairn.workspace());
        done("authority", "list", "-w", cairn.workspace());
        assertTrue(cairn.out().contains("issuing"));
    }

    @Test
    void theDemonstrationPassesItsOwnChecks() throws Exception {
        done("demo", "--out", cairn.file("demo").toString(), "--devices", "3", "--services", "2");
        JsonNode summary = new ObjectMapper()
                .readTree(cairn.file("demo").resolve("summary.json").toFile());
        assertTrue(summary.get("passed").asBoolean());
        assertEquals(5, summary.get("checks").get("pkixRight").asInt());
        assertEquals("software", summary.get("token").get("kind").asText());
        assertTrue(Files.exists(cairn.file("demo").resolve("revoked").resolve("device-0001.pem")));
    }
}
