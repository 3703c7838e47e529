package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** Folders of requests: a file whose certificate has nowhere to go stops no other. */
final class FoldersOfRequestsTest {
    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    private Path folder = Path.of("");

    @BeforeEach
    void start() throws Exception {
        cairn.makeAuthorities();
        folder = Files.createDirectory(cairn.file("requests"));
    }

    private Path put(String name) throws Exception {
        return Files.move(cairn.request(name), folder.resolve(name + ".csr"));
    }

    private int issue(String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "issue",
                folder.toString(),
                "--issuer",
                "issuing",
                "--profile",
                "iot-device",
                "--pin-file",
                cairn.pinFile().toString(),
                "-w",
                cairn.workspace()));
        arguments.addAll(List.of(more));
        return cairn.run(arguments.toArray(String[]::new));
    }

    @Test
    void aFolderWithoutFilesIsBadInputAndItsNeighboursAreIssued() throws Exception {
        Files.createDirectory(folder.resolve("inner"));
        assertEquals(3, issue());
        assertTrue(cairn.err().contains("code: I-10") && cairn.err().contains(folder.toString()), cairn::err);
        Path good = cairn.request("good");
        assertEquals(3, issue(good.toString()));
        assertTrue(cairn.err().contains("code: I-10"), cairn::err);
        assertTrue(Files.exists(cairn.file("good.pem")));
    }

    @Test
    void aCertificateBesideItsRequestIsKeptAndTheOthersAreIssued() throws Exception {
        put("d1");
        Files.writeString(folder.resolve("d1.pem"), "of an earlier run");
        put("d2");
        assertEquals(3, issue());
        assertEquals("of an earlier run", Files.readString(folder.resolve("d1.pem")));
        assertTrue(Files.exists(folder.resolve("d2.pem")));
        assertTrue(
                cairn.err().contains(folder.resolve("d1.csr") + ": cairn: The certificate's file exists"), cairn::err);
        assertTrue(
                cairn.err().contains(folder.resolve("d1.pem") + ": cairn: The certificate would have the very"),
                cairn::err);
        assertEquals("", cairn.done("inventory", "d1", "--json"), "nothing was signed for what was refused");
        assertEquals(3, issue(), "a second run signs nothing anew");
        assertEquals(1, cairn.done("inventory", "d2", "--json").lines().count());
    }

    @Test
    void ofTwoRequestsForOneFileTheSecondIsRefusedByName() throws Exception {
        put("d1");
        Files.move(cairn.request("d1"), folder.resolve("d1.req"));
        Files.writeString(folder.resolve("d1.der"), "no request, so it takes no place from one");
        assertEquals(3, issue("--json", "--out", cairn.file("out").toString()));
        List<JsonNode> lines = new ArrayList<>();
        for (String line : cairn.out().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertEquals(
                "issued", lines.get(0).has("file") ? "issued" : lines.get(0).toString());
        assertEquals("Q-1", lines.get(1).get("code").asText());
        assertEquals("I-3", lines.get(2).get("code").asText());
        assertEquals(
                folder.resolve("d1.req").toString(), lines.get(2).get("request").asText());
        assertTrue(lines.get(2)
                .get("where")
                .asText()
                .contains(folder.resolve("d1.csr").toString()));
    }

    @Test
    void nothingIsSignedForAPlaceThatIsNoFolder() throws Exception {
        put("d1");
        Path file = Files.createFile(cairn.file("file"));
        assertEquals(3, issue("--out", file.resolve("below").toString()));
        assertTrue(cairn.err().contains("code: I-4") && cairn.err().contains(file.toString()), cairn::err);
        assertEquals("", cairn.done("inventory", "d1", "--json"));
        assertFalse(Files.isDirectory(file));
    }
}
