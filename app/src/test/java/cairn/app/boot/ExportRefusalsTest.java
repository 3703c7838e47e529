package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code export} is told that it cannot do, and what it says beside what it did. */
class ExportRefusalsTest {
    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    @BeforeEach
    void start() throws Exception {
        cairn.makeAuthorities();
    }

    private int export(String... more) {
        List<String> all = new ArrayList<>(List.of("export", "issuing", "-w", cairn.workspace()));
        all.addAll(List.of(more));
        return cairn.run(all.toArray(String[]::new));
    }

    @Test
    void whatIsNoFileIsNotWritten() throws Exception {
        String folder = Files.createDirectory(cairn.file("folder")).toString();
        for (String name : new String[] {"", "-", folder, "/dev/full"}) {
            for (String[] more : new String[][] {{"--out", name}, {"--out", name, "--replace"}}) {
                assertEquals(3, export(more), name);
                assertTrue(cairn.err().contains("code: I-9"), cairn::err);
            }
        }
        assertFalse(Files.exists(Path.of("-")));
    }

    @Test
    void aNameMayBeAsLongAsTheDiskAllowsAndALongerOneIsNamedItself() throws Exception {
        String longest = cairn.file("\u00e4".repeat(120) + "n".repeat(15)).toString();
        assertEquals(0, export("--out", longest), cairn::err);
        assertEquals(0, export("--out", longest, "--replace"), cairn::err);
        String longer = longest + "n";
        for (String[] more : new String[][] {{"--out", longer}, {"--out", longer, "--replace"}}) {
            assertEquals(5, export(more));
            assertTrue(cairn.err().contains("where: " + longer + "\n"), cairn::err);
        }
        try (var files = Files.list(cairn.file(""))) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")));
        }
    }

    @Test
    void anOptionWithoutEffectIsAMistake() throws Exception {
        String password = cairn.secret("password", "open sesame").toString();
        String out = cairn.file("out").toString();
        for (String[] more : new String[][] {
            {"--form", "pem", "--password-file", password},
            {"--form", "p12", "--password-file", password, "--alias", "me"},
            {"--form", "p12", "--password-file", password, "--key-password-file", password}
        }) {
            List<String> all = new ArrayList<>(List.of("--out", out));
            all.addAll(List.of(more));
            assertEquals(2, export(all.toArray(String[]::new)));
            assertTrue(cairn.err().contains("code: E-5"), cairn::err);
            assertFalse(Files.exists(Path.of(out)));
        }
    }

    @Test
    void theJournalSaysWhoseCertificateWentWhereAndARevokedOneIsSaidToBeSo() throws Exception {
        assertEquals(0, export("--out", cairn.file("chain.pem").toString(), "--form", "CHAIN"), cairn::err);
        assertEquals("", cairn.err());
        String serial = new ObjectMapper()
                .readTree(cairn.done("inventory", "Issuing", "--json"))
                .get("serialNumber")
                .asText();
        cairn.done("revoke", serial, "--issuer", "root", "--reason", "superseded");
        cairn.done(
                "export",
                "root",
                "--serial",
                serial,
                "--form",
                "der",
                "--out",
                cairn.file("i.der").toString());
        assertEquals("warning: certificate " + serial + " (CN=Issuing) is revoked\n", cairn.err());
        assertEquals(0, export("--out", cairn.file("again.pem").toString()));
        assertTrue(cairn.err().contains(serial + " (CN=Issuing) is revoked"), cairn::err);
        String journal = cairn.done("audit", "show");
        assertTrue(journal.contains("exported chain of issuing as chain.pem"), journal);
        assertTrue(journal.contains("exported der of certificate " + serial + " of root as i.der"), journal);
    }
}
