package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.cli.CairnCommand;
import cairn.app.cli.CliEnvironment;
import cairn.app.cli.Console;
import cairn.app.cli.Interruption;
import cairn.testkit.ExternalTool;
import cairn.testkit.OpenSsl;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other programs read the bundles and lists that are exported. */
final class ExportedFilesTest {
    @TempDir
    static Path folder;

    private static DemoWorkspace demo;

    @BeforeAll
    static void make() throws Exception {
        demo = DemoWorkspace.in(folder);
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    private static String export(String authority, String form, String name) {
        String file = demo.file(name).toString();
        demo.expectDone("export", authority, "--form", form, "--out", file);
        return file;
    }

    @Test
    void openSslAndGnuTlsReadThePkcs7ChainInPem() throws Exception {
        String file = export("demo-issuing", "p7b_pem", "chain.p7");
        assertTrue(Files.readString(Path.of(file)).startsWith("-----BEGIN PKCS7-----\n"));
        String words = OpenSsl.require()
                .expectSuccess("pkcs7", "-in", file, "-print_certs", "-noout")
                .text();
        assertEquals(
                2, words.lines().filter(line -> line.startsWith("subject=")).count(), words);
        String listed = ExternalTool.require("certtool", "gnutls-bin")
                .expectSuccess("--p7-info", "--infile", file)
                .all();
        assertTrue(listed.contains("Number of certificates: 2"), listed);
    }

    @Test
    void theNewestListIsExportedAgainInBothForms() throws Exception {
        demo.expectDone(
                "crl",
                "sign",
                "demo-issuing",
                "--pin-file",
                demo.secret("p", "only for the demonstration").toString());
        Path der = Path.of(export("demo-issuing", "crl", "again.crl"));
        assertArrayEquals(Files.readAllBytes(demo.file("ws/crls/demo-issuing-2.crl")), Files.readAllBytes(der));
        String pem = export("demo-issuing", "crl_pem", "again.pem");
        ExternalTool openssl = OpenSsl.require();
        String words = openssl.expectSuccess("crl", "-in", pem, "-noout", "-crlnumber", "-issuer")
                .text();
        assertTrue(words.contains("crlNumber=0x02") && words.contains("Cairn Demo Issuing CA"), words);
        ExternalTool.Result judged = openssl.expectSuccess(
                "crl",
                "-inform",
                "DER",
                "-in",
                der.toString(),
                "-noout",
                "-CAfile",
                demo.file("issuing.pem").toString());
        assertTrue(judged.all().contains("verify OK"), judged.all());
        String journal = demo.expectDone("audit", "show", "exported");
        assertTrue(journal.contains("exported crl_pem 2 of demo-issuing as again.pem"), journal);
    }

    @Test
    void aListThatIsOutOfDateIsWrittenAndSaidToBeSo() throws Exception {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try (Composition composition = new Composition()) {
            InstantSource later = () -> composition.clock().instant().plus(Duration.ofDays(31));
            int code = CairnCommand.run(
                    new CliEnvironment(
                            composition,
                            later,
                            new Console(new PrintWriter(out), new PrintWriter(err), false, new Interruption()),
                            workspace -> false),
                    "export",
                    "demo-root",
                    "--form",
                    "crl",
                    "--json",
                    "--out",
                    demo.file("old.crl").toString(),
                    "-w",
                    demo.file("ws").toString());
            assertEquals(0, code, err::toString);
        }
        assertTrue(err.toString().startsWith("warning: CRL 1 of demo-root has been out of date since "), err::toString);
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertEquals(1, json.get("number").asInt());
        assertEquals(0, json.get("entries").asInt());
        assertTrue(Files.exists(demo.file("old.crl")));
    }

    @Test
    void whereThereIsNoListNothingIsWritten() throws Exception {
        demo.expectDone(
                "authority",
                "create-root",
                "bare",
                "--subject",
                "CN=Bare",
                "--key",
                "ec-p256",
                "--pin-file",
                demo.secret("bare-pin", "only for the demonstration").toString());
        String out = demo.file("none.crl").toString();
        assertEquals(3, demo.run("export", "bare", "--form", "crl", "--out", out));
        assertTrue(demo.err().contains("code: E-6"), demo.err());
        assertEquals(3, demo.run("export", "nobody", "--form", "crl", "--out", out));
        assertTrue(demo.err().contains("code: A-1"), demo.err());
        assertEquals(2, demo.run("export", "demo-root", "--form", "crl", "--serial", "01", "--out", out));
        assertTrue(demo.err().contains("code: E-5"), demo.err());
        assertFalse(Files.exists(Path.of(out)));
    }
}
