package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the lists of an authority are like in odd moments, and how they are spoken of. */
class CrlCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    @Test
    void aListThatWouldOutliveItsIssuerEndsWithIt() throws Exception {
        cairn.done("workspace", "init");
        cairn.doneOnToken("token", "init", "soft");
        cairn.doneOnToken(
                "authority", "create-root", "brief", "--subject", "CN=Brief", "--key", "ec-p256", "--days", "10");
        String end = JSON.readTree(cairn.done("authority", "show", "brief", "--json"))
                .get("certificate")
                .get("notAfter")
                .asText();
        cairn.doneOnToken("crl", "sign", "brief");
        assertEquals("note: valid until " + end + " only, for then its issuer ends\n", cairn.err());
        JsonNode list = JSON.readTree(cairn.doneOnToken("crl", "sign", "brief", "--json"));
        assertTrue(list.get("endsWithIssuer").asBoolean());
        assertEquals(Instant.parse(end), Instant.parse(list.get("nextUpdate").asText()));
        JsonNode shorter = JSON.readTree(cairn.doneOnToken("crl", "sign", "brief", "--days", "9", "--json"));
        assertFalse(shorter.get("endsWithIssuer").asBoolean());
        assertTrue(Instant.parse(shorter.get("nextUpdate").asText()).isBefore(Instant.parse(end)));
    }

    @Test
    void oneEntryIsNoPlural() throws Exception {
        cairn.makeAuthorities();
        String serial = JSON.readTree(cairn.done("inventory", "Issuing", "--json"))
                .get("serialNumber")
                .asText();
        assertEquals("Signed CRL 1 of root with 0 entries\n", cairn.doneOnToken("crl", "sign", "root"));
        cairn.done("revoke", serial, "--issuer", "root", "--reason", "superseded");
        assertEquals("Signed CRL 2 of root with 1 entry\n", cairn.doneOnToken("crl", "sign", "root"));
        assertTrue(cairn.done("crl", "show", "root").lines().toList().getFirst().endsWith("  1 entry"), cairn::out);
    }
}
