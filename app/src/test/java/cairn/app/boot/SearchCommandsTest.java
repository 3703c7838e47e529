package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is found in the inventory and in the journal, and what is said where nothing or too much is. */
class SearchCommandsTest {
    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    @BeforeEach
    void start() throws Exception {
        cairn.makeAuthorities();
    }

    private int run(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "-w";
        all[arguments.length + 1] = cairn.workspace();
        return cairn.run(all);
    }

    @Test
    void aListThatEndsEarlyAndAnEmptyOneSaySo() {
        cairn.done("inventory", "--limit", "1");
        assertEquals(1, cairn.out().lines().count());
        assertTrue(cairn.err().contains("more than these 1"), cairn::err);
        cairn.done("inventory", "--limit", "2");
        assertEquals(2, cairn.out().lines().count());
        assertEquals("", cairn.err());
        cairn.done("inventory", "nobody");
        assertEquals("", cairn.out());
        assertTrue(cairn.err().contains("No certificate"), cairn::err);
        cairn.done("inventory", "nobody", "--json");
        assertEquals("", cairn.out() + cairn.err());
    }

    @Test
    void statusAndIssuerNarrowTheList() throws Exception {
        String serial = new ObjectMapper()
                .readTree(cairn.done("inventory", "CN=Issuing", "--json"))
                .get("serialNumber")
                .asText();
        cairn.done("hold", serial, "--issuer", "root");
        assertTrue(cairn.done("inventory", "--status", "held").startsWith(serial), cairn::out);
        assertEquals(1, cairn.done("inventory", "--status", "VALID").lines().count());
        assertEquals("", cairn.done("inventory", "--status", "revoked"));
        assertEquals(2, cairn.done("inventory", "--issuer", "root").lines().count());
        assertEquals("", cairn.done("inventory", "--issuer", "issuing"));
        assertEquals(3, run("inventory", "--issuer", "nobody"));
        assertTrue(cairn.err().contains("code: A-1"), cairn::err);
    }

    @Test
    void whatNoCertificateCanMeetIsAMistake() {
        for (String[] mistake : new String[][] {
            {"--limit", "0"}, {"--expiring", "0"}, {"--expiring", "-1"}, {"--expiring", "9", "--status", "held"}
        }) {
            String[] all = new String[mistake.length + 1];
            all[0] = "inventory";
            System.arraycopy(mistake, 0, all, 1, mistake.length);
            assertEquals(2, run(all));
            assertTrue(cairn.err().contains("code: I-12"), cairn::err);
        }
        assertEquals(2, run("inventory", "--limit", "many"));
        assertTrue(cairn.err().contains("'many' is not a whole number"), cairn::err);
    }

    @Test
    void entriesOfTheJournalAreFoundByTheirWordsAndBehindANumber() throws Exception {
        String logins = cairn.done("audit", "show", "LOGGED", "in");
        assertFalse(logins.isEmpty());
        assertTrue(logins.lines().allMatch(line -> line.contains("logged in to token")), logins);
        JsonNode first = new ObjectMapper()
                .readTree(cairn.done("audit", "show", "AuthorityCreated", "--json")
                        .lines()
                        .toList()
                        .getFirst());
        assertEquals("authority root came into service", first.get("words").asText());
        String behind =
                cairn.done("audit", "show", "--after", first.get("sequence").asText());
        assertTrue(behind.contains("issuing came into service") && !behind.contains("root came into"), behind);
        assertEquals("", cairn.done("audit", "show", "--after", "99999999"));
    }

    @Test
    void anOptionThatIsNotIsNamedBeforeWhatIsMissing() {
        assertEquals(2, cairn.run("issue", "a.csr", "--isuer", "issuing", "--profile", "iot-device"));
        assertTrue(cairn.err().startsWith("cairn: Unknown option: '--isuer'"), cairn::err);
        assertTrue(cairn.err().contains("  perhaps meant: ") && cairn.err().contains("--issuer"), cairn::err);
        assertEquals(2, cairn.run("issue", "a.csr", "--profile", "iot-device"));
        assertTrue(cairn.err().startsWith("cairn: Missing required option: '--issuer=NAME'"), cairn::err);
    }

    @Test
    void aCommandThatIsNotIsNamedWithOneLikeItAndHelpIsACommand() {
        assertEquals(2, cairn.run("inventry"));
        assertTrue(cairn.err().startsWith("cairn: There is no command 'inventry'."), cairn::err);
        assertTrue(cairn.err().contains("  perhaps meant: inventory"), cairn::err);
        assertEquals(2, cairn.run("completion", "zsh"));
        assertTrue(cairn.err().startsWith("cairn: 'zsh' is one argument too many."), cairn::err);
        assertEquals(0, cairn.run("help", "export"));
        assertTrue(cairn.out().startsWith("Usage: cairn export"), cairn::out);
        assertEquals(0, cairn.run("help"));
        assertTrue(cairn.out().startsWith("Usage: cairn "), cairn::out);
    }

    @Test
    void theListIsWrittenAsATableOfValuesAndNeverOverAnother(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("list.csv");
        String serial = new ObjectMapper()
                .readTree(cairn.done("inventory", "CN=Issuing", "--json"))
                .get("serialNumber")
                .asText();
        cairn.done("assign", serial, "--issuer", "root", "--owner", "@sum(1)", "--tag", "a \"b\"");
        cairn.done("inventory", "--csv", file.toString());
        List<String> lines = Files.readAllLines(file);
        assertEquals(3, lines.size());
        assertTrue(lines.getFirst().startsWith("\"issuer\",\"serialNumber\",\"subject\""), lines::toString);
        assertTrue(
                lines.stream().anyMatch(line -> line.contains(serial) && line.contains("\"'@sum(1)\",\"a \"\"b\"\"\"")),
                lines::toString);
        assertEquals(3, run("inventory", "--csv", file.toString()), cairn::err);
        assertEquals(lines, Files.readAllLines(file));
        assertTrue(
                cairn.done("inventory", "nobody", "--csv", file.toString(), "--replace", "--json")
                        .contains("\"certificates\":0"),
                cairn::out);
        assertEquals(lines.subList(0, 1), Files.readAllLines(file));
        assertEquals(2, run("inventory", "--replace"), cairn::err);
    }
}
