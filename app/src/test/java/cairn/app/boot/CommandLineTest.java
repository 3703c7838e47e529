package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.cli.Interruption;
import cairn.app.problem.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CommandLineTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    private int run(String... arguments) {
        return cairn.run(arguments);
    }

    @Test
    void theHelpListsEveryExitCodeWithItsMeaning() {
        assertEquals(0, run("--help"));
        for (ExitCode code : ExitCode.values()) {
            assertTrue(
                    cairn.out().matches("(?s).*\\b" + code.code() + "\\s+" + code.words() + ".*"),
                    () -> "the help does not explain " + code);
        }
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        assertEquals(ExitCode.USAGE.code(), run("no-such-command"));
        assertTrue(cairn.err().contains("no-such-command"));
    }

    @Test
    void aCertificateIsIssuedRevokedListedAndFoundAgain() throws Exception {
        cairn.makeAuthorities();
        JsonNode issued = JSON.readTree(cairn.doneOnToken(
                "issue",
                cairn.request("device-1").toString(),
                "--issuer",
                "issuing",
                "--profile",
                "iot-device",
                "--json"));
        String serial = issued.get("serialNumber").asText();
        assertTrue(Files.exists(Path.of(issued.get("file").asText())));
        String[] revoke = {"revoke", serial, "--issuer", "issuing", "--reason", "superseded", "-w", cairn.workspace()};
        assertEquals(0, run(revoke), cairn::err);
        assertEquals(ExitCode.REFUSED.code(), run(revoke));
        Path list = cairn.file("issuing.crl");
        cairn.doneOnToken("crl", "sign", "issuing", "--out", list.toString());
        assertEquals(0, run("inspect", "--json", list.toString()));
        assertEquals("crl", JSON.readTree(cairn.out()).get("kind").asText());
        assertEquals(
                "revoked",
                JSON.readTree(cairn.done("inventory", "device-1", "--json"))
                        .get("status")
                        .asText());
        String[] export = {"export", "issuing", "--out", cairn.file("chain.pem").toString(), "-w", cairn.workspace()};
        assertEquals(0, run(export), cairn::err);
        assertEquals(ExitCode.BAD_INPUT.code(), run(export));
        assertTrue(cairn.err().contains("exists already"));
        cairn.done("audit", "verify");
        cairn.done("workspace", "verify");
    }

    @Test
    void aWrongPassphraseIsATokenProblemAndIsRecorded() throws Exception {
        cairn.makeAuthorities();
        Path wrong = cairn.file("wrong-pin");
        Files.copy(cairn.pinFile(), wrong, StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(wrong, "another passphrase");
        assertEquals(
                ExitCode.TOKEN.code(),
                run("crl", "sign", "root", "-w", cairn.workspace(), "--pin-file", wrong.toString()));
        assertFalse(cairn.err().contains("another passphrase"));
        assertTrue(cairn.done("audit", "show").contains("LOG-IN FAILED"));
    }

    @Test
    void aRequestThatIsDamagedIsRefusedAndItsNeighbourIssued() throws Exception {
        cairn.makeAuthorities();
        Path good = cairn.request("good");
        Path bad = cairn.request("bad");
        byte[] bytes = Files.readAllBytes(bad);
        bytes[bytes.length - 1] ^= 1;
        Files.write(bad, bytes);
        assertEquals(ExitCode.REFUSED.code(), issue(new Interruption(), bad, good));
        assertTrue(Files.exists(cairn.file("good.pem")));
        assertFalse(Files.exists(cairn.file("bad.pem")));
    }

    @Test
    void aKeyIsCertifiedOnceInARunAndASecondRunSaysThatItHasOne() throws Exception {
        cairn.makeAuthorities();
        Path request = cairn.request("device");
        Path copy = Files.copy(request, cairn.file("copy.csr"));
        assertEquals(ExitCode.REFUSED.code(), issue(new Interruption(), request, copy));
        assertTrue(cairn.err().contains("code: Q-2"), cairn::err);
        assertTrue(Files.exists(cairn.file("device.pem")) && !Files.exists(cairn.file("copy.pem")));
        assertEquals(0, issue(new Interruption(), copy));
        assertTrue(cairn.out().contains("the key has 1 more"), cairn::out);
    }

    @Test
    void whatIsStoppedBeforeItsFirstStepSignsNothing() throws Exception {
        cairn.makeAuthorities();
        Interruption interruption = new Interruption();
        assertTrue(interruption.stop(Duration.ZERO));
        assertEquals(ExitCode.REFUSED.code(), issue(interruption, cairn.request("late")));
        assertTrue(cairn.err().contains("0 of 1 requests were worked on"), cairn::err);
        assertFalse(Files.exists(cairn.file("late.pem")));
        assertEquals("", cairn.done("inventory", "late", "--json"));
    }

    private int issue(Interruption interruption, Path... requests) throws Exception {
        String[] arguments = new String[requests.length + 9];
        arguments[0] = "issue";
        for (int i = 0; i < requests.length; i++) {
            arguments[i + 1] = requests[i].toString();
        }
        String[] options = {
            "-w",
            cairn.workspace(),
            "--issuer",
            "issuing",
            "--profile",
            "iot-device",
            "--pin-file",
            cairn.pinFile().toString()
        };
        System.arraycopy(options, 0, arguments, requests.length + 1, options.length);
        return cairn.run(interruption, arguments);
    }

    @Test
    void theRegisterIsRebuiltFromTheJournalWhenItsFileIsLost() throws Exception {
        cairn.makeAuthorities();
        Files.delete(Path.of(cairn.workspace(), "register.mv.db"));
        assertEquals(ExitCode.STORAGE.code(), run("authority", "list", "-w", cairn.workspace()));
        assertTrue(cairn.err().contains("rebuild"), cairn::err);
        cairn.done("workspace", "rebuild");
        assertTrue(cairn.done("authority", "list").contains("issuing"));
    }

    @Test
    void theDemonstrationPassesItsOwnChecks() throws Exception {
        assertEquals(
                0,
                run("demo", "--out", cairn.file("demo").toString(), "--devices", "3", "--services", "2"),
                cairn::err);
        JsonNode summary =
                JSON.readTree(cairn.file("demo").resolve("summary.json").toFile());
        assertTrue(summary.get("passed").asBoolean());
        assertEquals(5, summary.get("checks").get("pkixRight").asInt());
        assertEquals("software", summary.get("token").get("kind").asText());
        assertTrue(Files.exists(cairn.file("demo").resolve("revoked").resolve("device-0001.pem")));
    }
}
