package cairn.app.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.boot.OpenWorkspace;
import cairn.app.fx.dialog.AnsweringPicker;
import cairn.app.session.Session;
import cairn.app.session.TokenSettings;
import cairn.ca.audit.AuditEvent;
import cairn.ca.authority.Authority;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.KeyType;
import cairn.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** First steps that were interrupted are gone on with, and names are written as RFC 4514 wants them. */
final class FirstDeedsTest {
    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-24T12:00:00Z"));

    @TempDir
    private Path folder;

    @Test
    void aKeyThatAnInterruptionLeftIsTakenAndNoSecondIsMade() throws Exception {
        try (OpenWorkspace open = OpenWorkspace.empty(folder.resolve("ws"), clock)) {
            Session session = open.session();
            TokenSettings soft = open.addToken("soft");
            KeyStoreToken token = session.token(soft, open.pins());
            session.register()
                    .authorities()
                    .record(new AuditEvent.KeyGenerationStarted(
                            token.identity().label(), token.identity().serialNumber(), KeyType.EC_P256.word(), "root"));
            token.generate(KeyType.EC_P256, "root");
            FirstDeeds deeds = new FirstDeeds(new FirstSteps.Needs(
                    session, open.tokens(), open.pins(), open.pins(), new AnsweringPicker(), clock));
            Authority root = deeds.createRoot(FirstDeeds.subject("Root", "Example"), KeyType.EC_P256, soft);
            assertEquals(1, token.keys().size());
            assertTrue(root.certificate().isPresent());
            Authority issuing = deeds.createIssuing("Issuing", KeyType.EC_P256, soft, root);
            assertEquals(2, token.keys().size());
            assertEquals(
                    "CN=Issuing,O=Example",
                    issuing.certificate().orElseThrow().subject().toString());
        }
    }

    @Test
    void anOrganisationComesBackAsItWasTyped() throws Exception {
        String typed = "Ex, \"ample\" + Söhne; #1";
        assertEquals(typed, FirstDeeds.organisation(DistinguishedName.parse(FirstDeeds.subject("CN, of it", typed))));
        assertEquals("", FirstDeeds.organisation(DistinguishedName.parse("CN=Root")));
    }
}
