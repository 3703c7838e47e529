package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was refused, and what was done to tokens, can be read in the journal later. */
class RefusalsInJournalTest {
    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    @Test
    void aTokensLifeIsTold() throws Exception {
        cairn.makeAuthorities();
        Path fresh = cairn.secret("fresh", "another passphrase");
        cairn.doneOnToken("token", "test", "soft", "root");
        cairn.doneOnToken("token", "change-pin", "soft", "--new-pin-file", fresh.toString());
        assertEquals(
                4,
                cairn.run(
                        "token",
                        "change-pin",
                        "soft",
                        "-w",
                        cairn.workspace(),
                        "--pin-file",
                        cairn.pinFile().toString(),
                        "--new-pin-file",
                        fresh.toString()));
        says("initialised token soft");
        says("a test signature was made by key root (ecdsa-sha256) on token soft");
        says("the user's PIN was changed at token soft");
        says("NO NEW PIN: it was not changed at token soft");
    }

    @Test
    void refusedCertificatesAndRevocationsAreTold() throws Exception {
        cairn.makeAuthorities();
        Path request = cairn.request("device");
        assertEquals(
                1,
                cairn.run(
                        "issue",
                        request.toString(),
                        "--issuer",
                        "issuing",
                        "--profile",
                        "tls-server",
                        "--out",
                        cairn.file("out").toString(),
                        "-w",
                        cairn.workspace(),
                        "--pin-file",
                        cairn.pinFile().toString()));
        says("refused a certificate by issuing under profile tls-server, rule profile");
        assertEquals(1, cairn.run("release", "0123456789", "--issuer", "issuing", "-w", cairn.workspace()));
        says("refused to release certificate 0123456789 of issuing");
    }

    private void says(String words) {
        String journal = cairn.done("audit", "show");
        assertTrue(journal.contains(words), journal);
    }
}
