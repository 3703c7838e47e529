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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    void aNameThatNoFileCanHaveStopsNoOtherOfABatch() throws Exception {
        String present = Files.writeString(cairn.file("present"), "text").toString();
        assertEquals(3, cairn.runReading("a\0b\n" + present + "\n", "inspect", "--batch", "--json"));
        List<String> lines = cairn.out().lines().toList();
        assertEquals(2, lines.size(), cairn::out);
        JsonNode first = new ObjectMapper().readTree(lines.getFirst());
        assertEquals("I-9", first.get("code").asText());
        assertEquals("a\0b", first.get("file").asText());
        assertEquals(
                present,
                new ObjectMapper().readTree(lines.getLast()).get("file").asText());
    }

    @Test
    void whatAnOptionOfLintNamesIsReadOnceAndBlamedItself() throws Exception {
        cairn.makeAuthorities();
        String root = cairn.file("root.der").toString();
        String issuing = cairn.file("issuing.pem").toString();
        cairn.done("export", "root", "--form", "der", "--out", root);
        cairn.done("export", "issuing", "--form", "pem", "--out", issuing);
        assertEquals(0, cairn.run("lint", "--issuer", root, issuing), cairn::err);
        Path noise = Files.writeString(cairn.file("noise"), "no certificate");
        for (String[] mistake :
                new String[][] {{"--issuer", noise.toString(), "I-1"}, {"--profile", "nobody", "P-1"}}) {
            assertEquals(3, cairn.run("lint", "--json", mistake[0], mistake[1], issuing, issuing));
            assertEquals("", cairn.out(), "no file is called unreadable for it");
            assertTrue(cairn.err().contains(mistake[1]) && cairn.err().contains("code: " + mistake[2]), cairn::err);
        }
    }

    @Test
    void aCertificateIsTakenInEitherFormAndOneThatIsMalformedIsNamed() throws Exception {
        cairn.makeAuthorities();
        Path der = cairn.file("issuing.der");
        Path pem = cairn.file("issuing.pem");
        cairn.done("export", "issuing", "--form", "der", "--out", der.toString());
        cairn.done("export", "issuing", "--form", "pem", "--out", pem.toString());
        for (Path good : List.of(der, pem)) {
            cairn.done("assign", good.toString(), "--issuer", "root", "--owner", good.toString());
            assertTrue(cairn.done("inventory", good.toString()).contains("Issuing"), cairn::out);
        }
        byte[] whole = Files.readAllBytes(der);
        Path cut = Files.write(cairn.file("cut.der"), Arrays.copyOf(whole, whole.length - 9));
        Path cutPem = Files.writeString(cairn.file("cut.pem"), "a remark\n" + badly(Files.readString(pem)));
        Path open = Files.writeString(cairn.file("open.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");
        for (Path bad : List.of(cut, cutPem, open)) {
            for (String[] command : new String[][] {
                {"assign", bad.toString(), "--issuer", "root", "--owner", "nobody"},
                {"revoke", bad.toString(), "--issuer", "root"},
                {"authority", "accept", "outside", "--certificate", bad.toString(), "--chain", pem.toString()},
                {"authority", "accept", "outside", "--certificate", pem.toString(), "--chain", bad.toString()}
            }) {
                List<String> all = new ArrayList<>(List.of(command));
                all.addAll(List.of("-w", cairn.workspace()));
                assertEquals(3, cairn.run(all.toArray(String[]::new)));
                assertTrue(cairn.err().contains("code: I-1"), cairn::err);
                assertTrue(cairn.err().contains("  where: " + bad + ": "), cairn::err);
            }
        }
        assertEquals(3, cairn.run("revoke", cutPem.toString(), "--issuer", "root", "-w", cairn.workspace()));
        assertTrue(cairn.err().contains("BEGIN CERTIFICATE in line 2, "), cairn::err);
        Path list = Files.writeString(cairn.file("serials"), "0123\n");
        assertEquals(3, cairn.run("revoke", list.toString(), "--issuer", "root", "-w", cairn.workspace()));
        assertTrue(cairn.err().contains("code: A-5") && cairn.err().contains("@FILE"), cairn::err);
    }

    @Test
    void aPasswordFileIsItsOwnersAloneAndIsNotCalledAPin() throws Exception {
        Path others = Files.writeString(cairn.file("open"), "a password");
        Files.setPosixFilePermissions(others, PosixFilePermissions.fromString("rw-r--r--"));
        Path empty = Files.createFile(
                cairn.file("empty"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        String file = Files.writeString(cairn.file("any"), "text").toString();
        for (Path refused : List.of(others, empty)) {
            assertEquals(3, cairn.run("inspect", "--password-file", refused.toString(), file));
            assertTrue(cairn.err().contains("code: E-2") && cairn.err().contains(refused.toString()), cairn::err);
            assertFalse(cairn.err().contains("PIN"), cairn::err);
        }
        assertEquals(
                3, cairn.run("inspect", "--password-file", cairn.file("none").toString(), file));
        assertTrue(cairn.err().contains("code: I-2"), cairn::err);
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
