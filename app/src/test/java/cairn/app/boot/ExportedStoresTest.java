package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.problem.ExitCode;
import cairn.testkit.ExternalTool;
import cairn.testkit.OpenSsl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other programs open the key stores and trust stores that are exported, with the password and not without it. */
final class ExportedStoresTest {
    private static final String PASSWORD = "open sesame";

    @TempDir
    static Path folder;

    private static DemoWorkspace demo;
    private static DemoWorkspace.Identity identity;
    private static String passwordFile = "";
    private static String wrongFile = "";

    @BeforeAll
    static void make() throws Exception {
        demo = DemoWorkspace.in(folder);
        identity = demo.issue("robot-7", "tls-client");
        passwordFile = demo.secret("password", PASSWORD).toString();
        wrongFile = demo.secret("wrong", "close sesame").toString();
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    private static ExternalTool keytool() {
        return ExternalTool.at(Path.of(System.getProperty("java.home"), "bin", "keytool"));
    }

    private static String trustStore(String form) {
        String file = demo.file("trust." + form).toString();
        demo.expectDone(
                "export", "demo-issuing", "--form", form, "--out", file, "--password-file", passwordFile, "--replace");
        return file;
    }

    private static String keyStore(String form) {
        String file = demo.file("robot." + form).toString();
        demo.expectDone(arguments(form, file, identity.key()));
        return file;
    }

    private static String[] arguments(String form, String file, Path key) {
        return new String[] {
            "export",
            "demo-issuing",
            "--serial",
            identity.serialNumber(),
            "--form",
            form,
            "--out",
            file,
            "--password-file",
            passwordFile,
            "--key",
            key.toString(),
            "--alias",
            "robot",
            "--replace"
        };
    }

    private static ExternalTool.Result list(String type, String file, String password) {
        List<String> arguments = new ArrayList<>(List.of(
                "-J-Duser.language=en",
                "-list",
                "-v",
                "-storetype",
                type,
                "-keystore",
                file,
                "-storepass:file",
                password));
        if (type.equals("BCFKS")) {
            Path provider = Path.of(BouncyCastleProvider.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath());
            arguments.addAll(List.of(
                    "-providerclass", BouncyCastleProvider.class.getName(), "-providerpath", provider.toString()));
        }
        return keytool().run(arguments.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"p12,PKCS12", "p12_legacy,PKCS12", "jks,JKS", "bcfks,BCFKS"})
    void keytoolTrustsWhatATrustStoreHolds(String form, String type) {
        String file = trustStore(form);
        ExternalTool.Result result = list(type, file, passwordFile);
        assertEquals(0, result.status(), result.all());
        assertEquals(2, count(result.text(), "trustedCertEntry"), result.all());
        assertTrue(result.text().contains("CN=Cairn Demo Root"), result.all());
        assertNotEquals(0, list(type, file, wrongFile).status());
    }

    @ParameterizedTest
    @CsvSource({"p12,PKCS12", "p12_legacy,PKCS12", "jks,JKS", "bcfks,BCFKS"})
    void keytoolFindsTheKeyWithItsChain(String form, String type) {
        String file = keyStore(form);
        ExternalTool.Result result = list(type, file, passwordFile);
        assertEquals(0, result.status(), result.all());
        assertEquals(1, count(result.text(), "PrivateKeyEntry"), result.all());
        assertTrue(result.text().contains("Certificate chain length: 3"), result.all());
        assertTrue(result.text().contains("Alias name: robot"), result.all());
        assertNotEquals(0, list(type, file, wrongFile).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"p12", "p12_legacy"})
    void openSslFindsTheKeyThatWasCertified(String form) {
        ExternalTool openssl = OpenSsl.require();
        String file = keyStore(form);
        ExternalTool.Result result =
                openssl.expectSuccess("pkcs12", "-in", file, "-nodes", "-passin", "file:" + passwordFile);
        assertEquals(3, count(result.text(), "BEGIN CERTIFICATE"), result.text());
        assertEquals(
                openssl.expectSuccess("x509", "-in", identity.certificate().toString(), "-noout", "-pubkey")
                        .text(),
                openssl.runWith(result.output(), "pkey", "-pubout").text());
        ExternalTool.Result wrong = openssl.run("pkcs12", "-in", file, "-nodes", "-passin", "file:" + wrongFile);
        assertNotEquals(0, wrong.status(), wrong.all());
        String info = openssl.expectSuccess("pkcs12", "-in", file, "-info", "-noout", "-passin", "file:" + passwordFile)
                .all();
        assertEquals(form.equals("p12"), info.contains("AES-256-CBC"), info);
        assertEquals(form.equals("p12_legacy"), info.contains("TripleDES") || info.contains("3-KeyTripleDES"), info);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p12", "p12_legacy"})
    void gnuTlsOpensIt(String form) {
        ExternalTool certtool = ExternalTool.require("certtool", "gnutls-bin");
        String file = keyStore(form);
        ExternalTool.Result result = certtool.run("--p12-info", "--inder", "--infile", file, "--password", PASSWORD);
        assertEquals(0, result.status(), result.all());
        assertEquals(3, count(result.all(), "BEGIN CERTIFICATE"), result.all());
        assertEquals(1, count(result.all(), "BEGIN ENCRYPTED PRIVATE KEY"), result.all());
        assertNotEquals(
                0,
                certtool.run("--p12-info", "--inder", "--infile", file, "--password", "close sesame")
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"p12", "p12_legacy"})
    void nssTakesTheKeyIn(String form) throws Exception {
        ExternalTool pk12util = ExternalTool.require("pk12util", "libnss3-tools");
        ExternalTool certutil = ExternalTool.require("certutil", "libnss3-tools");
        String file = keyStore(form);
        String database = "sql:" + Files.createDirectory(demo.file("nss-" + form));
        certutil.expectSuccess("-N", "-d", database, "--empty-password");
        assertNotEquals(
                0, pk12util.run("-i", file, "-d", database, "-w", wrongFile).status());
        pk12util.expectSuccess("-i", file, "-d", database, "-w", passwordFile);
        String keys = certutil.expectSuccess("-K", "-d", database).text();
        assertTrue(keys.contains("robot"), keys);
    }

    @Test
    void openSslAndGnuTlsReadThePkcs7Chain() {
        String file = demo.file("chain.p7b").toString();
        demo.expectDone("export", "demo-issuing", "--form", "p7b", "--out", file);
        String words = OpenSsl.require()
                .expectSuccess("pkcs7", "-inform", "DER", "-in", file, "-print_certs", "-noout")
                .text();
        assertEquals(2, count(words, "subject="), words);
        ExternalTool.Result result =
                ExternalTool.require("certtool", "gnutls-bin").run("--p7-info", "--inder", "--infile", file);
        assertEquals(0, result.status(), result.all());
        assertEquals(2, count(result.all(), "BEGIN CERTIFICATE"), result.all());
    }

    @Test
    void anEncryptedKeyNeedsItsOwnPassword() {
        String encrypted = demo.file("encrypted.key").toString();
        OpenSsl.require()
                .expectSuccess(
                        "pkcs8",
                        "-topk8",
                        "-in",
                        identity.key().toString(),
                        "-out",
                        encrypted,
                        "-passout",
                        "file:" + wrongFile);
        String out = demo.file("encrypted.p12").toString();
        String[] without = arguments("p12", out, Path.of(encrypted));
        assertEquals(ExitCode.BAD_INPUT.code(), demo.run(without));
        assertTrue(demo.err().contains("encrypted"), demo.err());
        List<String> with = new ArrayList<>(List.of(without));
        with.addAll(List.of("--key-password-file", passwordFile));
        assertEquals(ExitCode.BAD_INPUT.code(), demo.run(with.toArray(String[]::new)));
        assertTrue(demo.err().contains("password may be wrong"), demo.err());
        with.set(with.size() - 1, wrongFile);
        demo.expectDone(with.toArray(String[]::new));
        assertEquals(0, list("PKCS12", out, passwordFile).status());
    }

    @Test
    void anothersKeyIsRefusedAndNothingIsWritten() throws Exception {
        DemoWorkspace.Identity other = demo.issue("robot-8", "tls-client");
        Path out = demo.file("mixed.p12");
        assertEquals(ExitCode.BAD_INPUT.code(), demo.run(arguments("p12", out.toString(), other.key())));
        assertTrue(demo.err().contains("not the one that was certified"), demo.err());
        assertFalse(Files.exists(out));
        assertEquals(ExitCode.BAD_INPUT.code(), demo.run(arguments("p12", out.toString(), demo.file("root.pem"))));
        assertEquals(ExitCode.USAGE.code(), demo.run(arguments("pem", out.toString(), identity.key())));
        assertFalse(Files.exists(out));
    }

    @Test
    void onlyTheOwnerMayReadAKeyStore() throws Exception {
        Path file = Path.of(keyStore("p12"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    private static int count(String text, String part) {
        return (int)
                Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }
}
