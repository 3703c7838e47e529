package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.revocation.RevocationReason;
import cairn.ca.x509.KeyType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Values that no certificate can have are bad input, not a bug. */
final class OptionBoundsTest {
    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    private void refused(String where, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("authority", "create-root", "second", "--workspace", cairn.workspace()));
        command.addAll(List.of(arguments));
        assertEquals(3, cairn.run(command.toArray(String[]::new)), cairn::err);
        assertTrue(cairn.err().contains("code: A-8") && cairn.err().contains(where), cairn::err);
    }

    private void refusedWith(String code, String advice, String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addAll(List.of("--workspace", cairn.workspace()));
        assertEquals(3, cairn.run(command.toArray(String[]::new)), cairn::err);
        for (String part : List.of("code: " + code, advice)) {
            assertTrue(cairn.err().contains(part), cairn::err);
        }
        assertFalse(cairn.err().contains("inspect"), cairn::err);
    }

    @Test
    void theAdviceOnANameSpeaksOfItsOption() throws Exception {
        cairn.makeAuthorities();
        String[] issue = {
            "issue",
            cairn.request("a").toString(),
            "--issuer",
            "issuing",
            "--profile",
            "tls-server",
            "--pin-file",
            cairn.pinFile().toString(),
            "",
            ""
        };
        for (String name : List.of("ip:300.1.1.1", "dns:b\u00fccher.example", "a.example")) {
            issue[8] = "--san";
            issue[9] = name;
            refusedWith("I-6", "--san " + name, issue);
        }
        issue[8] = "--use-subject";
        issue[9] = "nonsense";
        refusedWith("I-11", "such as --use-subject \"CN=", issue);
        refusedWith("I-11", "such as --subject \"CN=", "authority", "create-root", "second", "--subject", "nonsense");
    }

    @Test
    void theWordsThatAnOptionTakesAreInItsHelpAndInItsError() throws Exception {
        cairn.makeAuthorities();
        refusedWith("A-3", "slh-dsa-sha2-256s", "authority", "create-root", "x", "--subject", "CN=X", "--key", "dsa");
        assertEquals(0, cairn.run("authority", "create-root", "--help"));
        for (KeyType type : KeyType.values()) {
            assertTrue(cairn.out().contains(type.word()), () -> type.word() + " is missing in " + cairn.out());
        }
        refusedWith("R-2", "aACompromise", "revoke", "12", "--issuer", "issuing", "--reason", "nope");
        assertEquals(0, cairn.run("revoke", "--help"));
        for (RevocationReason reason : RevocationReason.values()) {
            assertTrue(cairn.out().contains(reason.word()), () -> reason.word() + " is missing in " + cairn.out());
        }
    }

    @Test
    void aLifetimeAPathLengthAndASubjectAreWithinBounds() throws Exception {
        cairn.makeAuthorities();
        refused("--days 0", "--subject", "CN=Second", "--days", "0");
        refused("--days -1", "--subject", "CN=Second", "--days", "-1");
        refused("--path-length -1", "--subject", "CN=Second", "--path-length", "-1");
        refused("--subject", "--subject", "");
    }
}
