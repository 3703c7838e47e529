package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.text.Language;
import cairn.app.fx.theme.Theme;
import cairn.app.session.JournalReader;
import cairn.ca.audit.AuthorityName;
import cairn.ca.publication.CertificateFiles;
import cairn.testkit.ExternalTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal in the window: filtered, verified, exported, and checked by another program. */
final class AuditRoomTest {
    private static final Preferences LIKES =
            Preferences.usual().with(Theme.LIGHT).with(Language.ENGLISH);

    @TempDir
    Path folder;

    private Path root() {
        return folder.resolve("root.pem");
    }

    private DesktopFixture open() throws Exception {
        try (OpenWorkspace made = OpenWorkspace.withAuthorities(folder.resolve("ws"), InstantSource.system())) {
            Files.write(root(), CertificateFiles.pem(made.session().chain(new AuthorityName("root"))));
        }
        return DesktopFixture.open(folder, LIKES, Optional.of(folder.resolve("ws")), InstantSource.system());
    }

    @SuppressWarnings("unchecked")
    private static TableView<JournalReader.Line> table(DesktopFixture desktop) throws Exception {
        return desktop.node("#audit-table", TableView.class);
    }

    @Test
    void entriesAreFilteredByWordsAndByKind() throws Exception {
        try (DesktopFixture desktop = open()) {
            DesktopHands hands = new DesktopHands(desktop);
            hands.go("audit");
            TableView<JournalReader.Line> table = table(desktop);
            desktop.await("entries are shown", () -> table.getItems().size() > 8);
            assertEquals(
                    "WorkspaceOpened", table.getItems().getFirst().kind(), "the newest entry does not stand first");
            hands.choose("#audit-kind", "KeyGenerated");
            desktop.await(
                    "only new keys are shown",
                    () -> table.getItems().size() == 2
                            && table.getItems().stream()
                                    .allMatch(line -> line.kind().equals("KeyGenerated")));
            desktop.write("#audit-words", "ISSUING");
            desktop.press("#audit-find");
            desktop.await("one is left", () -> table.getItems().size() == 1);
            DesktopFixture.onScreen(() -> {
                table.getSelectionModel().selectFirst();
                return table;
            });
            desktop.awaitText("publicKey");
        }
    }

    @Test
    void theCheckSaysThatAllAgreesAndIsAnEntryItself() throws Exception {
        try (DesktopFixture desktop = open()) {
            DesktopHands hands = new DesktopHands(desktop);
            hands.go("audit");
            desktop.press("#audit-verify");
            desktop.awaitText("Register and signed lists are what the journal tells");
            TableView<JournalReader.Line> table = table(desktop);
            desktop.await(
                    "the check is an entry",
                    () -> table.getItems().getFirst().kind().equals("JournalVerified"));
            Path saved = folder.resolve("checkpoint.txt");
            desktop.answers.next(saved);
            desktop.press("#audit-save-checkpoint");
            desktop.await("the checkpoint is saved", () -> Files.exists(saved));
            assertTrue(Files.readString(saved).startsWith("cairn-journal "), Files.readString(saved));
        }
    }

    @Test
    void theSignedExportIsVerifiedByOpenssl() throws Exception {
        Path out = folder.resolve("journal.txt");
        try (DesktopFixture desktop = open()) {
            DesktopHands hands = new DesktopHands(desktop);
            hands.go("audit");
            hands.choose("#audit-signer", Optional.of(new AuthorityName("issuing")));
            desktop.answers.next(out);
            desktop.press("#audit-export");
            hands.givePin(OpenWorkspace.PASSPHRASE);
            desktop.awaitText("openssl cms -verify");
        }
        ExternalTool.require("openssl", "openssl")
                .expectSuccess(
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        out + ".p7s",
                        "-content",
                        out.toString(),
                        "-CAfile",
                        root().toString(),
                        "-purpose",
                        "any",
                        "-out",
                        "/dev/null");
    }

    /** A register that is lost locks the workspace: its journal can be read, and a new register made of it. */
    @Test
    void aLockedWorkspaceIsReadAndRebuilt() throws Exception {
        OpenWorkspace.withAuthorities(folder.resolve("ws"), InstantSource.system())
                .close();
        List<Path> databases;
        try (var files = Files.list(folder.resolve("ws"))) {
            databases = files.filter(file -> file.toString().endsWith(".mv.db")).toList();
        }
        assertFalse(databases.isEmpty());
        for (Path database : databases) {
            Files.delete(database);
        }
        try (DesktopFixture desktop =
                DesktopFixture.open(folder, LIKES, Optional.of(folder.resolve("ws")), InstantSource.system())) {
            DesktopHands hands = new DesktopHands(desktop);
            desktop.press("#welcome-read");
            TableView<JournalReader.Line> table = table(desktop);
            desktop.await("entries are shown", () -> table.getItems().size() > 8);
            desktop.press("#audit-verify");
            desktop.awaitText("its register was not compared");
            Platform.runLater(() -> desktop.window().open(folder.resolve("ws")));
            desktop.press("#welcome-rebuild");
            hands.until("#place-token");
            hands.go("audit");
            TableView<JournalReader.Line> again = table(desktop);
            desktop.await(
                    "the rebuilding is an entry",
                    () -> again.getItems().stream().anyMatch(line -> line.kind().equals("RegisterRebuilt")));
        }
    }
}
