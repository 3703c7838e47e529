package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.csr.KeyBlocklist;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists of weak keys in the workspace are heeded by all that judges requests. */
class WeakKeyListsTest {
    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    @BeforeEach
    void start() throws Exception {
        cairn.makeAuthorities();
    }

    private void list(String name, String content) throws Exception {
        Path lists = Files.createDirectories(Path.of(cairn.workspace(), "weak-keys"));
        Files.writeString(lists.resolve(name), content);
    }

    private int issue(Path request) throws Exception {
        return cairn.run(
                "issue",
                request.toString(),
                "--issuer",
                "issuing",
                "--profile",
                "tls-client",
                "--pin-file",
                cairn.pinFile().toString(),
                "-w",
                cairn.workspace());
    }

    @Test
    void aListedKeyIsRefusedAndAnotherIsNot() throws Exception {
        KeyPair weak = CommandLineFixture.key("RSA", 2048);
        String digest = KeyBlocklist.digest(((RSAPublicKey) weak.getPublic()).getModulus());
        list("blacklist.RSA-1024", "# nothing of interest\n00112233445566778899\n");
        list("blacklist.RSA-2048", "ffffffffffffffffffff\n" + digest.substring(20) + "\n");
        Path request = cairn.request("weak", weak);
        assertEquals(1, issue(request));
        assertTrue(cairn.out().contains("key.debian-weak") || cairn.err().contains("key.debian-weak"), cairn::out);
        assertFalse(Files.exists(cairn.file("weak.pem")));
        assertEquals(1, cairn.run("inspect", request.toString(), "-w", cairn.workspace()));
        assertTrue(cairn.out().contains("key.debian-weak"), cairn::out);
        assertEquals(0, issue(cairn.request("sound", CommandLineFixture.key("RSA", 2048))), cairn::err);
    }

    @Test
    void aListThatIsNoneStopsIssuingAndNamesItsLine() throws Exception {
        list("notes.txt", "00112233445566778899\nremember to update this\n");
        assertEquals(3, issue(cairn.request("any")));
        assertTrue(cairn.err().contains("code: K-1"), cairn::err);
        assertTrue(cairn.err().contains("notes.txt, line 2"), cairn::err);
        assertFalse(Files.exists(cairn.file("any.pem")));
    }
}
