package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is said of authorities and of certificates that end with them. */
final class AuthorityCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    @BeforeEach
    void start() throws Exception {
        cairn.makeAuthorities();
    }

    private int run(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(
                List.of("-w", cairn.workspace(), "--pin-file", cairn.pinFile().toString()));
        return cairn.run(all.toArray(String[]::new));
    }

    private int issue(String name, String... more) throws Exception {
        List<String> all = new ArrayList<>(
                List.of("issue", cairn.request(name).toString(), "--issuer", "issuing", "--profile", "iot-device"));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    @Test
    void aSecondAuthorityOfOneSubjectIsMadeOnlyWhereThatIsMeant() throws Exception {
        String[] again = {"authority", "create-root", "again", "--key", "ec-p256", "--subject", "CN=root"};
        assertEquals(1, run(again));
        assertTrue(cairn.err().contains("code: A-9") && cairn.err().contains("--same-subject"), cairn::err);
        assertFalse(cairn.done("authority", "list").contains("again"));
        String[] allowed = {
            "authority", "create-root", "again", "--key", "ec-p256", "--subject", "CN=root", "--same-subject"
        };
        assertEquals(0, run(allowed), cairn::err);
        String out = cairn.file("out.csr").toString();
        assertEquals(1, run("authority", "request", "o", "--key", "ec-p256", "--subject", "CN=Issuing", "--out", out));
        assertTrue(cairn.err().contains("issuing: CN=Issuing"), cairn::err);
    }

    @Test
    void aCertificateThatEndsWithItsIssuerSaysSo() throws Exception {
        assertEquals(0, issue("one", "--days", "100000"), cairn::err);
        assertTrue(cairn.err().contains(" days and not for 100000 days, for the issuer ends on "), cairn::err);
        assertEquals(0, issue("two", "--days", "100000", "--json"), cairn::err);
        assertTrue(JSON.readTree(cairn.out()).get("endsWithIssuer").asBoolean());
        assertEquals(0, issue("three", "--days", "30", "--json"), cairn::err);
        assertFalse(JSON.readTree(cairn.out()).get("endsWithIssuer").asBoolean());
        assertEquals("", cairn.err());
    }

    @Test
    void anIntermediateThatEndsWithItsParentSaysSo() throws Exception {
        assertEquals(
                0,
                run("authority", "create-root", "brief", "--key", "ec-p256", "--subject", "CN=Brief", "--days", "100"),
                cairn::err);
        String[] below = {
            "authority",
            "create-intermediate",
            "below",
            "--key",
            "ec-p256",
            "--subject",
            "CN=Below",
            "--parent",
            "brief"
        };
        assertEquals(0, run(below), cairn::err);
        assertTrue(cairn.err().contains("days and not for 3652 days"), cairn::err);
        String[] other = {
            "authority", "create-intermediate", "other", "--subject", "CN=Other", "--parent", "brief", "--json"
        };
        assertEquals(0, run(other), cairn::err);
        assertTrue(JSON.readTree(cairn.out()).get("endsWithIssuer").asBoolean());
    }

    @Test
    void anAuthorityIsShownInWordsAndForMachines() throws Exception {
        String words = cairn.done("authority", "show", "issuing");
        assertTrue(words.contains("subject        CN=Issuing\n"), words);
        assertTrue(words.contains("parent         root\n"), words);
        assertFalse(words.contains("{"), words);
        assertTrue(cairn.done("authority", "show", "root").contains("none, it is a root"));
        JsonNode json = JSON.readTree(cairn.done("authority", "show", "issuing", "--json"));
        assertEquals("CN=Issuing", json.get("certificate").get("subject").asText());
    }

    @Test
    void aRefusalSaysWhatToDo() throws Exception {
        assertEquals(1, run("authority", "create-root", "root", "--subject", "CN=X"));
        assertTrue(
                cairn.err().contains("code: A-6") && cairn.err().contains("what to do: Choose another name"),
                cairn::err);
        assertEquals(1, issue("name with spaces"));
        assertTrue(
                cairn.err().contains("code: N-1") && cairn.err().contains("what to do: Mend the request"), cairn::err);
    }

    @Test
    void aWorkspaceIsNotMadeOverAnother() {
        assertEquals(5, cairn.run("workspace", "init", "-w", cairn.workspace()));
        assertTrue(
                cairn.err().contains("There is a workspace in") && cairn.err().contains("already"), cairn::err);
    }
}
