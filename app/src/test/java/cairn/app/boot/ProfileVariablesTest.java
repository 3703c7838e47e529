package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code --set} may say is told, and anything else is refused before a token is asked. */
final class ProfileVariablesTest {
    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    @Test
    void theyAreListedWithTheirPurposeInWordsAndForMachines() throws Exception {
        String list = cairn.done("profile", "list");
        assertTrue(list.contains("--set: crl-url (address of the CRL), issuer-url"), list);
        String shown = cairn.done("profile", "show", "issuing-ca");
        assertTrue(shown.contains("permitted-dns=...  permitted below it: dns names"), shown);
        assertFalse(shown.lines().anyMatch(line -> line.startsWith("--set") && line.contains("required")), shown);
        JsonNode json = new ObjectMapper().readTree(cairn.done("profile", "show", "tls-server", "--json"));
        JsonNode first = json.get("variables").get(0);
        assertEquals("crl-url", first.get("name").asText());
        assertEquals("address of the CRL", first.get("purpose").asText());
        assertFalse(first.get("required").asBoolean());
        assertEquals(3, json.get("variables").size());
        assertEquals(
                0,
                new ObjectMapper()
                        .readTree(cairn.done("profile", "show", "root-ca", "--json"))
                        .get("variables")
                        .size());
    }

    @Test
    void anUnknownOneIsRefusedAndTheKnownOnesAreNamed() throws Exception {
        cairn.makeAuthorities();
        Path request = cairn.request("a.example");
        assertEquals(3, issue(request, "crl_url=http://pki.example/a.crl"));
        for (String part : new String[] {"code: P-3", "--set crl_url", "It has: crl-url (address of the CRL)"}) {
            assertTrue(cairn.err().contains(part), cairn::err);
        }
        assertEquals(0, issue(request, "crl-url=http://pki.example/a.crl"), cairn::err);
        assertEquals(
                3,
                cairn.run(
                        "authority",
                        "create-root",
                        "second",
                        "--subject",
                        "CN=Second",
                        "--set",
                        "crl-url=http://pki.example/a.crl",
                        "-w",
                        cairn.workspace()));
        assertTrue(cairn.err().contains("It has none"), cairn::err);
    }

    private int issue(Path request, String variable) throws Exception {
        return cairn.run(
                "issue",
                request.toString(),
                "--issuer",
                "issuing",
                "--profile",
                "tls-client",
                "--set",
                variable,
                "--pin-file",
                cairn.pinFile().toString(),
                "-w",
                cairn.workspace());
    }
}
