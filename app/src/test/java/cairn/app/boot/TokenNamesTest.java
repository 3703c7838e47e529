package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A token is told by the name that commands take; its label stands beside it. */
final class TokenNamesTest {
    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    @BeforeEach
    void start() throws Exception {
        cairn.done("workspace", "init");
        cairn.doneOnToken("token", "init", "soft", "--label", "The Vault");
        cairn.doneOnToken("authority", "create-root", "root", "--subject", "CN=Root", "--key", "ec-p256");
    }

    private void says(int code, String[] command, String... parts) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("-w", cairn.workspace()));
        assertEquals(code, cairn.run(all.toArray(String[]::new)), cairn::err);
        for (String part : parts) {
            assertTrue(cairn.err().contains(part), cairn::err);
        }
    }

    private String[] with(Path pin, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--pin-file", pin.toString()));
        return all.toArray(String[]::new);
    }

    @Test
    void anAuthorityShowsBoth() throws Exception {
        JsonNode shown = new ObjectMapper().readTree(cairn.done("authority", "show", "root", "--json"));
        assertEquals("soft", shown.get("token").asText());
        assertEquals("The Vault", shown.get("tokenLabel").asText());
        JsonNode listed = new ObjectMapper().readTree(cairn.done("authority", "list", "--json"));
        assertEquals("soft", listed.get("token").asText());
    }

    @Test
    void aWrongPinSaysOfWhichToken() throws Exception {
        Path wrong = cairn.secret("wrong", "another passphrase");
        Path fresh = cairn.secret("fresh", "a new passphrase");
        String named = "where: token soft (label The Vault)";
        says(4, with(wrong, "token", "keys", "soft"), named, "code: T-4");
        says(4, with(wrong, "token", "test", "soft", "root"), named, "code: T-4");
        says(4, with(wrong, "crl", "sign", "root"), named, "code: T-4");
        says(4, with(wrong, "token", "change-pin", "soft", "--new-pin-file", fresh.toString()), named, "code: T-4");
    }

    @Test
    void whatToDoCanBePasted() throws Exception {
        says(4, with(cairn.pinFile(), "token", "test", "soft", "none"), "'cairn token keys soft' lists them.");
        cairn.doneOnToken("token", "init", "second");
        says(
                3,
                with(cairn.pinFile(), "authority", "create-root", "other", "--subject", "CN=Other"),
                "It is one of: soft, second",
                "code: A-4");
    }

    @Test
    void whoIsAskedForAPinIsToldOfWhichToken() {
        String named = " of token soft (label The Vault) is, and there is nobody to ask";
        says(4, new String[] {"token", "keys", "soft"}, "what the PIN" + named, "--pin-file", "code: T-3");
        says(4, new String[] {"crl", "sign", "root"}, "what the PIN" + named);
        says(4, new String[] {"token", "change-pin", "soft"}, "what the PIN" + named);
        says(
                4,
                new String[] {"token", "init", "second", "--label", "Reserve"},
                "what the new PIN of token second (label Reserve) is",
                "use --pin-file");
    }

    @Test
    void theJournalIsShownInTheWorkspacesNames() throws Exception {
        String shown = cairn.done("audit", "show");
        assertTrue(shown.contains("logged in to token soft (label The Vault)"), shown);
        assertTrue(shown.contains("a key root (ec-p256) is to be made on token soft (label The Vault)"), shown);
        assertTrue(shown.contains("key root (ec-p256) was made on token soft (label The Vault)"), shown);
        assertTrue(cairn.done("audit", "show", "--json").contains("\"tokenLabel\":\"The Vault\""));
    }

    /** The journal is what is looked at when something is wrong. */
    @Test
    void theJournalIsShownWithLabelsWhereTheListOfTokensIsDamaged() throws Exception {
        Files.writeString(Path.of(cairn.workspace(), "tokens.json"), "{");
        assertTrue(cairn.done("audit", "show").contains("logged in to token The Vault"));
    }
}
