package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
}
