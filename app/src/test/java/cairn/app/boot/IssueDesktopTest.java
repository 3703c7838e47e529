package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.text.Language;
import cairn.app.fx.theme.Theme;
import cairn.ca.audit.AuthorityName;
import cairn.ca.profile.Profile;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Pem;
import cairn.testkit.ExternalTool;
import cairn.testkit.OpenSsl;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that are dropped on the real window become certificates that another program verifies. */
final class IssueDesktopTest {
    private static final Preferences LIKES =
            Preferences.usual().with(Theme.LIGHT).with(Language.ENGLISH);

    @TempDir
    Path folder;

    private CommandLineFixture requests;
    private DesktopFixture desktop;

    @BeforeEach
    void open() throws Exception {
        Path workspace = folder.resolve("ws");
        try (OpenWorkspace made = OpenWorkspace.withAuthorities(workspace, InstantSource.system())) {
            List<Certificate> chain = made.session().chain(new AuthorityName("issuing"));
            Files.writeString(folder.resolve("root.pem"), pem(chain.getLast()));
            Files.writeString(folder.resolve("issuing.pem"), pem(chain.getFirst()));
        }
        Files.createDirectory(folder.resolve("in"));
        requests = new CommandLineFixture(folder.resolve("in"));
        desktop = DesktopFixture.open(folder, LIKES, Optional.of(workspace), InstantSource.system());
        desktop.awaitWorkspace();
    }

    @AfterEach
    void close() {
        desktop.close();
        requests.close();
    }

    private static String pem(Certificate certificate) {
        return Pem.write("CERTIFICATE", certificate.encoded());
    }

    /** Chooses the profile {@code client}, and issues; gives the PIN. */
    private void issue() throws Exception {
        choose("#issue-profile", "tls-client");
        desktop.press("#issue-run");
        desktop.write("#pin", OpenWorkspace.PASSPHRASE);
        desktop.confirm();
    }

    private void choose(String combo, String name) throws Exception {
        ComboBoxBase<?> box = desktop.node(combo, ComboBoxBase.class);
        desktop.await("profiles", () -> select(box, name));
    }

    @SuppressWarnings("unchecked")
    private static boolean select(ComboBoxBase<?> box, String name) {
        for (Object item : ((ComboBox<Object>) box).getItems()) {
            if (item instanceof Profile profile && profile.name().equals(name)) {
                ((ComboBox<Object>) box).setValue(item);
                return true;
            }
        }
        return false;
    }

    @Test
    void aDroppedRequestIsIssuedAndItsFileVerifies() throws Exception {
        Path request = requests.request("device-1");
        desktop.drop(List.of(request));
        desktop.awaitText("device-1.csr");
        desktop.awaitText("acceptable");
        issue();
        desktop.awaitText("One certificate was issued");
        Path certificate = folder.resolve("in/device-1.pem");
        ExternalTool.Result verified = OpenSsl.require()
                .run(
                        "verify",
                        "-CAfile",
                        folder.resolve("root.pem").toString(),
                        "-untrusted",
                        folder.resolve("issuing.pem").toString(),
                        certificate.toString());
        assertEquals(0, verified.status(), verified::all);
        desktop.press("#issue-again");
        desktop.awaitText("Drop requests here");
    }

    @Test
    void aBrokenRequestShowsItsRuleAndNothingCanBeSigned() throws Exception {
        Path broken = requests.request("broken");
        byte[] content = Files.readAllBytes(broken);
        content[content.length - 3] ^= 1;
        Files.write(broken, content);
        desktop.drop(List.of(broken));
        desktop.awaitText("No certificate can be made of this request.");
        desktop.awaitText("possession.signature");
        desktop.awaitText("RFC 2986 section 3");
        choose("#issue-profile", "tls-client");
        assertTrue(DesktopFixture.onScreen(
                () -> desktop.stage().getScene().lookup("#issue-run").isDisabled()));
    }

    @Test
    void aFolderOfTwentyWithOneBadOneGivesNineteen() throws Exception {
        for (int i = 1; i <= 19; i++) {
            requests.request("device-" + i);
        }
        Files.writeString(folder.resolve("in/rubbish.csr"), "this is no request", StandardCharsets.UTF_8);
        desktop.drop(List.of(folder.resolve("in")));
        desktop.awaitText("19 acceptable, one refused");
        issue();
        desktop.awaitText("19 certificates were issued");
        desktop.awaitText("rubbish.csr");
        List<Path> written = new ArrayList<>();
        try (var files = Files.list(folder.resolve("in"))) {
            files.filter(file -> file.toString().endsWith(".pem")).forEach(written::add);
        }
        assertEquals(19, written.size());
        assertFalse(Files.exists(folder.resolve("in/rubbish.pem")));
        desktop.press("#issue-again");
        desktop.awaitText("none acceptable, one refused");
    }
}
