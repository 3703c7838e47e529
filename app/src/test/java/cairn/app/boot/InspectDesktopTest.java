package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.text.Language;
import cairn.app.fx.theme.Theme;
import cairn.ca.x509.Pem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is dropped on the real window is said to be what it is. */
final class InspectDesktopTest {
    @TempDir
    static Path folder;

    private static DesktopFixture desktop;
    private static Path store;

    @BeforeAll
    static void open() throws Exception {
        try (DemoWorkspace demo = DemoWorkspace.in(folder)) {
            DemoWorkspace.Identity identity = demo.issue("robot-7", "tls-client");
            store = demo.file("robot-7.p12");
            demo.expectDone(
                    "export",
                    "demo-issuing",
                    "--serial",
                    identity.serialNumber(),
                    "--form",
                    "p12",
                    "--key",
                    identity.key().toString(),
                    "--password-file",
                    demo.secret("password", "the password").toString(),
                    "--out",
                    store.toString());
        }
        Preferences likes = Preferences.usual().with(Theme.LIGHT).with(Language.ENGLISH);
        desktop = DesktopFixture.open(folder, likes, Optional.of(folder.resolve("ws")), InstantSource.system());
        desktop.awaitWorkspace();
    }

    @AfterAll
    static void close() {
        desktop.close();
    }

    private static void drop(String... names) throws Exception {
        desktop.drop(List.of(names).stream().map(folder::resolve).toList());
    }

    @Test
    void aCertificateInForceCanBeTrustedAndExported() throws Exception {
        drop("devices/device-0002.pem");
        desktop.awaitText("It can be trusted: authority demo-issuing issued it");
        desktop.awaitText("CN=device-0002");
        Path target = folder.resolve("copied.der");
        desktop.answers.next(target);
        desktop.press("#inspect-export");
        desktop.awaitText("Exported");
        assertArrayEquals(
                Pem.read(Files.readAllBytes(folder.resolve("devices/device-0002.pem")))
                        .getFirst()
                        .content(),
                Files.readAllBytes(target));
    }

    @Test
    void aRevokedCertificateMustNotBeTrusted() throws Exception {
        drop("revoked/device-0001.pem");
        desktop.awaitText("It is revoked by authority demo-issuing.");
        desktop.press("#inspect-copy");
        desktop.await(
                "the words in the clipboard",
                () -> String.valueOf(Clipboard.getSystemClipboard().getString())
                        .contains("It is revoked by authority demo-issuing."));
    }

    @Test
    void aListSaysHowManyItRevokes() throws Exception {
        drop("issuing.crl");
        desktop.awaitText("Revocation list");
        desktop.awaitText("Revoked certificates");
    }

    @Test
    void aSealedStoreOpensWithItsPasswordOnly() throws Exception {
        desktop.drop(List.of(store));
        desktop.awaitText("PKCS#12 key store");
        desktop.awaitText("No password was given");
        desktop.write("#inspect-password", "wrong");
        desktop.press("#inspect-unlock");
        desktop.awaitText("The integrity check failed");
        desktop.write("#inspect-password", "the password");
        desktop.press("#inspect-unlock");
        desktop.awaitText("CN=robot-7");
    }

    @Test
    void rubbishIsNamedAsSuch() throws Exception {
        Files.writeString(folder.resolve("rubbish.bin"), "nothing of the kind", StandardCharsets.UTF_8);
        drop("rubbish.bin");
        desktop.awaitText("Unknown file");
        desktop.awaitText("file.unknown");
        drop("gone.bin");
        desktop.awaitText("gone.bin");
    }

    @Test
    void aSearchLeavesWhatContainsTheWord() throws Exception {
        drop("devices/device-0003.pem");
        desktop.awaitText("CN=device-0003");
        TreeView<?> tree = desktop.node("#inspect-tree", TreeView.class);
        int all = DesktopFixture.onScreen(() -> count(tree.getRoot()));
        desktop.write("#inspect-search", "keyUsage");
        desktop.await("fewer lines", () -> {
            TreeView<?> now = (TreeView<?>) desktop.stage().getScene().lookup("#inspect-tree");
            return count(now.getRoot()) < all && count(now.getRoot()) > 1;
        });
        desktop.write("#inspect-search", "");
    }

    private static int count(TreeItem<?> item) {
        return 1
                + item.getChildren().stream()
                        .mapToInt(InspectDesktopTest::count)
                        .sum();
    }

    @Test
    void twoFilesAreHeldAgainstEachOther() throws Exception {
        drop("devices/device-0002.pem", "services/service-0002.pem");
        desktop.awaitText("lines differ");
        desktop.awaitText("service-0002.pem");
        CheckBox only = desktop.node("#inspect-only", CheckBox.class);
        desktop.await("the signature's algorithm", () -> desktop.texts().contains("Signed with"));
        DesktopFixture.onScreen(() -> {
            only.setSelected(true);
            return only;
        });
        desktop.await("no line that is the same", () -> !desktop.texts().contains("Signed with"));
    }

    @Test
    void heldOverTheWindowAFileSaysWhatWillHappen() throws Exception {
        desktop.drag(List.of(folder.resolve("a.csr")));
        desktop.awaitText("Let go to issue a certificate for this request");
        desktop.drag(List.of(folder.resolve("root.crl")));
        desktop.awaitText("Let go to see what this file is");
        desktop.drag(List.of());
        desktop.await("no words", () -> desktop.texts().stream().noneMatch(text -> text.startsWith("Let go")));
        assertTrue(Files.exists(folder.resolve("root.crl")));
    }
}
