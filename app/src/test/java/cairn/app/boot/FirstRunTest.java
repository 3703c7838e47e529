package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.text.Language;
import cairn.app.fx.theme.Theme;
import cairn.testkit.ExternalTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A person who has never seen Cairn comes from nothing to a certificate that others trust. */
final class FirstRunTest {
    private static final String PASSPHRASE = "correct horse";

    @TempDir
    Path folder;

    @RegisterExtension
    private final CommandLineFixture requests = new CommandLineFixture();

    @Test
    void fromNothingToACertificateThatOpensslVerifies() throws Exception {
        Path request = requests.request("www.example.org");
        Preferences likes = Preferences.usual().with(Theme.LIGHT).with(Language.ENGLISH);
        try (DesktopFixture desktop = DesktopFixture.open(folder, likes, Optional.empty(), InstantSource.system())) {
            DesktopHands hands = new DesktopHands(desktop);
            desktop.write("#welcome-folder", folder.resolve("ws").toString());
            desktop.press("#welcome-create");
            desktop.press("#first-run");
            hands.setPin(PASSPHRASE);
            desktop.write("#first-organisation", "Example, \"Works\"");
            desktop.press("#first-run");
            hands.until("#first-issuing");
            assertTrue(
                    hands.value("#first-issuing").startsWith("Example, \"Works\""),
                    "the name was not proposed: " + hands.value("#first-issuing"));
            desktop.press("#first-run");
            desktop.write("#first-request", request.toString());
            hands.choose("#first-profile", "tls-client");
            desktop.press("#first-run");
            desktop.awaitText("Everything is in place");
            hands.awaitLight("Token logged in");
        }
        Path made = request.resolveSibling("www.example.org.pem");
        List<String> blocks = List.of(Files.readString(made).split("(?<=-----END CERTIFICATE-----\n)"));
        assertEquals(3, blocks.size());
        Path root = folder.resolve("root.pem");
        Files.writeString(root, blocks.get(2));
        Path issuing = folder.resolve("issuing.pem");
        Files.writeString(issuing, blocks.get(1));
        String said = ExternalTool.require("openssl", "openssl")
                .expectSuccess(
                        "verify",
                        "-x509_strict",
                        "-CAfile",
                        root.toString(),
                        "-untrusted",
                        issuing.toString(),
                        made.toString())
                .all();
        assertTrue(said.contains("OK"), said);
    }
}
