package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.testkit.ExternalTool;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people name that is no file to be read, or too much of one. */
class OddFilesTest {
    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    @ParameterizedTest
    @ValueSource(strings = {"inspect", "lint"})
    void aPipeADeviceAFolderAndAnEmptyNameAreNotRead(String command) {
        Path pipe = cairn.file("pipe");
        ExternalTool.require("mkfifo", "coreutils").expectSuccess(pipe.toString());
        for (String name :
                new String[] {pipe.toString(), "/dev/zero", cairn.file("").toString(), ""}) {
            assertEquals(3, cairn.run(command, name), name);
            assertTrue(cairn.err().contains("code: I-9"), cairn::err);
            assertTrue(cairn.err().contains(name), cairn::err);
        }
    }

    @Test
    void ofAFileThatIsFarTooLargeNoMoreIsReadThanIsLookedAt() throws Exception {
        Path huge = cairn.file("huge");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(3L << 30);
        }
        assertEquals(1, cairn.run("inspect", "--json", huge.toString()));
        assertEquals(
                "file.size",
                new ObjectMapper()
                        .readTree(cairn.out())
                        .get("findings")
                        .get(0)
                        .get("code")
                        .asText());
    }

    @Test
    void aNameThatWouldForgeALineIsMadeHarmless() throws Exception {
        Path forged = Files.createFile(cairn.file("a\ncairn: all is well\u001b[2J"));
        assertEquals(1, cairn.run("inspect", forged.toString()));
        assertFalse(cairn.out().contains("\ncairn: all is well"), cairn::out);
        assertFalse(cairn.out().contains("\u001b"), cairn::out);
        assertEquals(3, cairn.run("inspect", cairn.file("b\nc").toString()));
        assertFalse(cairn.err().contains("b\nc"), cairn::err);
    }

    @Test
    void whatCannotBeReadHasTheShapeOfAnInspection() throws Exception {
        assertEquals(3, cairn.run("inspect", "--json", cairn.file("none").toString()));
        JsonNode answer = new ObjectMapper().readTree(cairn.out());
        assertEquals("unreadable", answer.get("kind").asText());
        assertEquals("reject", answer.get("verdict").asText());
        assertEquals("I-2", answer.get("code").asText());
        assertTrue(answer.get("findings").isEmpty());
    }

    @Test
    void aKeyStoreIsNothingToLintAndEachOfTwoCertificatesIsNamed() throws Exception {
        cairn.makeAuthorities();
        Path chain = cairn.file("chain.pem");
        cairn.done("export", "issuing", "--out", chain.toString());
        Path store = cairn.file("trust.p12");
        cairn.done(
                "export",
                "root",
                "--form",
                "p12",
                "--password-file",
                cairn.secret("pass", "a password").toString(),
                "--out",
                store.toString());
        assertEquals(3, cairn.run("lint", store.toString()));
        assertTrue(cairn.err().contains("code: L-2"), cairn::err);
        assertEquals(0, cairn.run("lint", chain.toString()), cairn::out);
        Path twice = Files.writeString(cairn.file("twice.pem"), badly(Files.readString(chain)));
        assertEquals(1, cairn.run("lint", twice.toString()));
        assertTrue(cairn.out().contains("block in line 1, "), cairn::out);
    }

    /** The first certificate loses its last octets. */
    private static String badly(String chain) {
        int end = chain.indexOf("-----END");
        return chain.substring(0, end - 9) + chain.substring(end - 1);
    }
}
