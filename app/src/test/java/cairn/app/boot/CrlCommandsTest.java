package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
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

    private String revokedIssuing(String reason) throws Exception {
        String serial = JSON.readTree(cairn.done("inventory", "Issuing", "--json"))
                .get("serialNumber")
                .asText();
        cairn.done("revoke", serial, "--issuer", "root", "--reason", reason);
        return serial;
    }

    @Test
    void showSaysWhatTheNewestListLacks() throws Exception {
        cairn.makeAuthorities();
        assertEquals("", cairn.done("crl", "show", "root"));
        cairn.doneOnToken("crl", "sign", "root");
        assertFalse(cairn.done("crl", "show", "root").contains("register"), cairn::out);
        revokedIssuing("superseded");
        assertTrue(
                cairn.done("crl", "show", "root").contains("older than the register: 1 decision missing"), cairn::out);
        JsonNode json = JSON.readTree(cairn.done("crl", "show", "root", "--json"));
        assertEquals(1, json.get("missing").asInt());
        assertEquals(0, json.get("released").asInt());
    }

    @Test
    void showSaysThatThereIsNoListForWhatWasDecided() throws Exception {
        cairn.makeAuthorities();
        revokedIssuing("superseded");
        assertTrue(cairn.done("crl", "show", "root").contains("no CRL yet: 1 decision missing"), cairn::out);
    }

    @Test
    void twoListsAreComparedByNumberAndByFile() throws Exception {
        cairn.makeAuthorities();
        String first = cairn.file("first.crl").toString();
        String second = cairn.file("second.pem").toString();
        cairn.doneOnToken("crl", "sign", "root", "--out", first);
        String serial = revokedIssuing("superseded");
        cairn.doneOnToken("crl", "sign", "root", "--out", second);
        String words = cairn.done("crl", "diff", "1", "2", "--issuer", "root");
        assertTrue(words.startsWith("added    " + serial) && words.contains("superseded"), words);
        assertTrue(words.endsWith("1 added, 0 removed, 0 changed\n"), words);
        assertEquals(words, cairn.done("crl", "diff", first, "2", "--issuer", "root"));
        assertEquals(0, cairn.run("crl", "diff", second, first, "--json"), cairn::err);
        JsonNode json = JSON.readTree(cairn.out());
        assertEquals(serial, json.get("removed").get(0).get("serialNumber").asText());
        assertTrue(json.get("sameIssuer").asBoolean());
        assertTrue(json.get("added").isEmpty() && json.get("changed").isEmpty(), json::toString);
    }

    @Test
    void aReasonThatBecameGraverIsAChange() throws Exception {
        cairn.makeAuthorities();
        revokedIssuing("superseded");
        cairn.doneOnToken("crl", "sign", "root");
        revokedIssuing("keyCompromise");
        cairn.doneOnToken("crl", "sign", "root");
        String words = cairn.done("crl", "diff", "1", "2", "--issuer", "root");
        assertTrue(words.startsWith("changed  ") && words.contains("keyCompromise  before: "), words);
        JsonNode change = JSON.readTree(cairn.done("crl", "diff", "1", "2", "--issuer", "root", "--json"))
                .get("changed")
                .get(0);
        assertEquals("superseded", change.get("before").get("reason").asText());
    }

    @Test
    void listsOfTwoIssuersAreComparedWithAWarning() throws Exception {
        cairn.makeAuthorities();
        String root = cairn.file("root.crl").toString();
        String issuing = cairn.file("issuing.crl").toString();
        cairn.doneOnToken("crl", "sign", "root", "--out", root);
        cairn.doneOnToken("crl", "sign", "issuing", "--out", issuing);
        assertEquals(0, cairn.run("crl", "diff", root, issuing));
        assertTrue(cairn.err().contains("the lists are of two issuers: CN=Root and CN=Issuing"), cairn::err);
    }

    @Test
    void aNumberThatWasNeverSignedAndAFileThatIsNoListAreNamed() throws Exception {
        cairn.makeAuthorities();
        cairn.doneOnToken("crl", "sign", "root");
        assertEquals(3, cairn.run("crl", "diff", "1", "7", "--issuer", "root", "-w", cairn.workspace()));
        assertTrue(cairn.err().contains("code: C-6") && cairn.err().contains("It has: 1"), cairn::err);
        String notes = Files.writeString(cairn.file("notes.txt"), "nothing").toString();
        assertEquals(3, cairn.run("crl", "diff", notes, notes));
        assertTrue(cairn.err().contains("code: C-7") && cairn.err().contains("notes.txt"), cairn::err);
        assertEquals(3, cairn.run("crl", "diff", cairn.file("absent").toString(), notes));
        assertTrue(cairn.err().contains("code: I-2"), cairn::err);
    }
}
