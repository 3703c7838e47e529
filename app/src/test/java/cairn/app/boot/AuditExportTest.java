package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.problem.ExitCode;
import cairn.testkit.ExternalTool;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An exported journal can be checked by somebody who has only the file, its signature and the root. */
final class AuditExportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    private Path file = Path.of("");

    @BeforeEach
    void start() throws Exception {
        cairn.makeAuthorities();
        file = cairn.file("journal.txt");
    }

    private ExternalTool.Result cms(Path root) {
        return ExternalTool.require("openssl", "openssl")
                .run(
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        file + ".p7s",
                        "-content",
                        file.toString(),
                        "-CAfile",
                        root.toString(),
                        "-purpose",
                        "any",
                        "-out",
                        "/dev/null");
    }

    private Path root() {
        Path root = cairn.file("root.pem");
        cairn.done("export", "root", "--form", "pem", "--out", root.toString());
        return root;
    }

    @Test
    void aSignedExportIsVerifiedByOpensslAndAChangedOneIsNot() throws Exception {
        cairn.doneOnToken("audit", "export", "--out", file.toString(), "--sign-with", "issuing", "--json");
        JsonNode said = JSON.readTree(cairn.out());
        assertEquals(file + ".p7s", said.get("signature").asText());
        Path root = root();
        assertEquals(0, cms(root).status(), cms(root).all());
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);
        assertNotEquals(0, cms(root).status());
    }

    /** As the guide tells an auditor to do it: SHA-256 over the chain value before and the entry's octets. */
    @Test
    void theChainOfARangeCanBeFollowedFromTheFileAlone() throws Exception {
        cairn.done("audit", "export", "--out", file.toString(), "--from", "3", "--to", "7");
        List<String> lines = Files.readAllLines(file);
        assertEquals("cairn-journal-export 1", lines.getFirst());
        assertTrue(lines.get(1).startsWith("workspace "), lines.get(1));
        assertEquals("entries 3 to 7", lines.get(2));
        byte[] chain = HexFormat.of().parseHex(lines.get(3).substring("before ".length()));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < 5; i++) {
            String line = lines.get(4 + i);
            String json = line.substring(65);
            digest.update(chain);
            chain = digest.digest(json.getBytes(StandardCharsets.UTF_8));
            assertEquals(line.substring(0, 64), HexFormat.of().formatHex(chain), "entry " + (3 + i));
            assertEquals(3 + i, JSON.readTree(json).get("sequence").asInt());
        }
        String checkpoint = lines.getLast();
        assertTrue(checkpoint.startsWith("cairn-journal 7 " + HexFormat.of().formatHex(chain)), checkpoint);
        assertEquals(10, lines.size());
        cairn.done("audit", "verify", "--checkpoint", checkpoint);
    }

    @Test
    void whatWasExportedIsAnEntryItself() {
        cairn.done("audit", "export", "--out", file.toString(), "--to", "4");
        cairn.done("audit", "show", "Exported");
        assertTrue(cairn.out().contains("exported journal entries 1 to 4 as journal.txt"), cairn::out);
    }

    @Test
    void nothingIsOverwrittenAndNoSuchEntriesAreRefused() throws Exception {
        Files.writeString(file, "mine");
        assertEquals(ExitCode.BAD_INPUT.code(), run("--out", file.toString()));
        assertEquals("mine", Files.readString(file));
        Path other = cairn.file("other.txt");
        assertEquals(ExitCode.BAD_INPUT.code(), run("--out", other.toString(), "--from", "100000"));
        assertTrue(cairn.err().contains("code: E-8"), cairn::err);
        assertFalse(Files.exists(other));
    }

    /** Without a signature there is no file that could be taken for the signed one. */
    @Test
    void aWrongPinLeavesNoFileBehind() throws Exception {
        Path wrong = cairn.secret("wrong", "not the passphrase");
        assertEquals(
                ExitCode.TOKEN.code(),
                run("--out", file.toString(), "--sign-with", "issuing", "--pin-file", wrong.toString()));
        assertFalse(Files.exists(file));
        assertFalse(Files.exists(file.resolveSibling("journal.txt.p7s")));
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 4];
        all[0] = "audit";
        all[1] = "export";
        all[2] = "-w";
        all[3] = cairn.workspace();
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return cairn.run(all);
    }
}
