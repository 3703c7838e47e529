package cairn.ca.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cairn.ca.csr.KeyRules;
import cairn.ca.x509.Pem;
import cairn.ca.x509.Verdict;
import cairn.testkit.ExternalTool;
import cairn.testkit.OpenSsl;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files with private keys as other programs write them: protected or not, and of what kind. */
final class PrivateKeyFilesTest {
    private static final Inspector INSPECTOR = new Inspector(
            InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z")),
            KeyRules.standard().policy());

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "none, ssh-ed25519, WARN, key.private-open, ssh-ed25519",
        "aes256-ctr, ssh-rsa, ACCEPT, key.private-encrypted, ssh-rsa",
        "none, a type with spaces, WARN, key.private-open, unreadable"
    })
    void aKeyOfOpenSshSaysWhetherAPassphraseProtectsIt(
            String cipher, String type, Verdict verdict, String code, String shown) throws Exception {
        Inspection found = INSPECTOR.inspect(openSsh(cipher, type));
        assertEquals(verdict, found.verdict(), found::toString);
        assertEquals(List.of(code), found.findings().stream().map(f -> f.code()).toList());
        assertEquals("the file", found.findings().getFirst().where());
        assertEquals(shown, found.contents().getFirst().value("Key").orElseThrow());
    }

    @Test
    void theKeysThatOpenSshMakesAreToldApart() throws Exception {
        ExternalTool keygen = ExternalTool.require("ssh-keygen", "openssh-client");
        String open = folder.resolve("open").toString();
        String shut = folder.resolve("shut").toString();
        keygen.expectSuccess("-q", "-t", "ed25519", "-N", "", "-f", open);
        keygen.expectSuccess("-q", "-t", "ed25519", "-N", "a passphrase", "-f", shut);
        assertEquals(
                Verdict.WARN,
                INSPECTOR.inspect(Files.readAllBytes(Path.of(open))).verdict());
        assertEquals(
                Verdict.ACCEPT,
                INSPECTOR.inspect(Files.readAllBytes(Path.of(shut))).verdict());
    }

    @Test
    void theCurveThatOpenSslWritesBeforeAKeyIsNoBlockOfItsOwn() throws Exception {
        Path file = folder.resolve("key.pem");
        OpenSsl.require().expectSuccess("ecparam", "-name", "prime256v1", "-genkey", "-out", file.toString());
        byte[] text = Files.readAllBytes(file);
        assertEquals(2, Pem.read(text).size());
        Inspection found = INSPECTOR.inspect(text);
        assertEquals(
                List.of("key.private-open"),
                found.findings().stream().map(f -> f.code()).toList());
    }

    private static byte[] openSsh(String cipher, String type) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write("openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII));
        string(out, cipher);
        string(out, cipher.equals("none") ? "none" : "bcrypt");
        string(out, "");
        out.writeInt(1);
        out.writeInt(Integer.BYTES + type.length());
        string(out, type);
        string(out, "what follows is secret");
        return Pem.write("OPENSSH PRIVATE KEY", bytes.toByteArray()).getBytes(StandardCharsets.US_ASCII);
    }

    private static void string(DataOutputStream out, String text) throws Exception {
        out.writeInt(text.length());
        out.writeBytes(text);
    }
}
