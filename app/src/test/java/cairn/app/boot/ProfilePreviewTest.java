package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a request would become is shown with what the linter would say, and nothing of it is kept. */
final class ProfilePreviewTest {
    @TempDir
    Path folder;

    @Test
    void whatWouldBeIssuedIsShownAndNotRecorded() throws Exception {
        try (DemoWorkspace demo = DemoWorkspace.in(folder)) {
            Path request = MadeRequests.in(folder, "a.example");
            String before = demo.expectDone("inventory", "--json");
            JsonNode json = new ObjectMapper()
                    .readTree(demo.expectDone(
                            "profile",
                            "show",
                            "tls-server",
                            "--csr",
                            request.toString(),
                            "--issuer",
                            "demo-issuing",
                            "--san",
                            "dns:a.example",
                            "--json"));
            assertTrue(json.get("accepted").asBoolean(), json::toString);
            assertTrue(json.get("findings").isEmpty(), json::toString);
            assertEquals(before, demo.expectDone("inventory", "--json"));
        }
    }

    @Test
    void aRuleThatDoesNotExistIsRefusedBeforeAnybodyIssues() throws Exception {
        try (DemoWorkspace demo = DemoWorkspace.in(folder)) {
            assertEquals(
                    1,
                    demo.run(
                            "profile",
                            "show",
                            "tls-client",
                            "--csr",
                            MadeRequests.in(folder, "b").toString(),
                            "--issuer",
                            "demo-issuing",
                            "--skip-lint",
                            "no-such-rule=for the test",
                            "--json"));
            JsonNode json = new ObjectMapper().readTree(demo.out());
            assertFalse(json.get("accepted").asBoolean(), json::toString);
            assertTrue(json.get("objections").get(0).asText().contains("no-such-rule"), json::toString);
        }
    }
}
