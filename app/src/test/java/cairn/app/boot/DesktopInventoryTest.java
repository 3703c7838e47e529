package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.text.Language;
import cairn.app.fx.theme.Theme;
import cairn.ca.audit.AuthorityName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search among 100,000 certificates, revoke, hold, release and a table of values, in the real window. */
final class DesktopInventoryTest {
    private static final int DEVICES = 100_000;
    private static final Path OUT = Path.of("target", "screens");

    @TempDir
    Path folder;

    private Path workspace() throws Exception {
        Path workspace = folder.resolve("ws");
        try (OpenWorkspace made = OpenWorkspace.withAuthorities(workspace, InstantSource.system())) {
            ManyCertificates.issue(
                    made.session(),
                    new AuthorityName("issuing"),
                    1,
                    DEVICES,
                    Instant.now().minus(Duration.ofDays(330)));
        }
        return workspace;
    }

    private static void go(DesktopFixture desktop, String title) throws Exception {
        DesktopFixture.onScreen(() -> {
            for (Node node : desktop.stage().getScene().getRoot().lookupAll(".place")) {
                if (node instanceof ToggleButton button
                        && button.getText().replace("_", "").equals(title)) {
                    button.fire();
                }
            }
            return desktop;
        });
    }

    private static void picture(DesktopFixture desktop, String name) throws Exception {
        Picture.write(
                DesktopFixture.onScreen(() -> desktop.stage().getScene().snapshot(null)), OUT.resolve(name + ".png"));
    }

    private static void select(DesktopFixture desktop, int... rows) throws Exception {
        TableView<?> table = desktop.node("#inventory-table", TableView.class);
        DesktopFixture.onScreen(() -> {
            table.getSelectionModel().clearSelection();
            for (int row : rows) {
                table.getSelectionModel().select(row);
            }
            return table;
        });
    }

    private static void search(DesktopFixture desktop, String words, String count) throws Exception {
        desktop.write("#inventory-words", words);
        Label label = desktop.node("#inventory-count", Label.class);
        desktop.await(words + ": " + count, () -> label.getText().equals(count));
    }

    private static void awaitDetails(DesktopFixture desktop, String subject) throws Exception {
        desktop.await("the details of " + subject, () -> {
            Node details = desktop.stage().getScene().getRoot().lookup("#inventory-details .heading");
            return details instanceof Label label && label.getText().equals(subject);
        });
    }

    @Test
    void certificatesAreFoundAmongManyAndDecidedAbout() throws Exception {
        Path workspace = workspace();
        Preferences likes = Preferences.usual().with(Theme.LIGHT).with(Language.ENGLISH);
        try (DesktopFixture desktop =
                DesktopFixture.open(folder, likes, Optional.of(workspace), InstantSource.system())) {
            desktop.awaitWorkspace();
            go(desktop, "Inventory");
            Label count = desktop.node("#inventory-count", Label.class);
            desktop.await("all are counted", () -> count.getText().equals("100,002 certificates"));
            desktop.awaitText("CN=Device-100000,O=Example");
            scroll(desktop, 70_000);
            desktop.awaitText("CN=Device-30000,O=Example");
            search(desktop, "device-9999", "11 certificates");
            desktop.awaitText("CN=Device-99990,O=Example");
            search(desktop, "device-77777", "One certificate");
            select(desktop, 0);
            awaitDetails(desktop, "CN=Device-77777,O=Example");
            describe(desktop);
            decide(desktop, "#inventory-hold", "on hold");
            decide(desktop, "#inventory-release", "released");
            decide(desktop, "#inventory-revoke", "revoked");
            go(desktop, "Inventory");
            write(desktop);
        }
    }

    private static void scroll(DesktopFixture desktop, int row) throws Exception {
        TableView<?> table = desktop.node("#inventory-table", TableView.class);
        DesktopFixture.onScreen(() -> {
            table.scrollTo(row);
            return table;
        });
    }

    private static void describe(DesktopFixture desktop) throws Exception {
        desktop.write("#inventory-owner", "Ann Lee");
        desktop.write("#inventory-tags", "hall 7, spare");
        desktop.press("#inventory-assign");
        desktop.awaitText("Owner and tags are saved");
        search(desktop, "ann lee", "One certificate");
        search(desktop, "spare", "One certificate");
        select(desktop, 0);
        awaitDetails(desktop, "CN=Device-77777,O=Example");
    }

    /** From the inventory to the decision and back. */
    private static void decide(DesktopFixture desktop, String button, String word) throws Exception {
        desktop.press(button);
        desktop.node("#revoke-certificates", TextInputControl.class);
        desktop.press("#revoke-check");
        desktop.node("#revoke-confirmation", Node.class);
        desktop.awaitText("CN=Device-77777,O=Example");
        desktop.press("#revoke-confirm");
        desktop.node("#revoke-results", Node.class);
        desktop.awaitText(word);
        desktop.awaitText("The CRL of issuing is older than the register");
        go(desktop, "Inventory");
        select(desktop, 0);
        awaitDetails(desktop, "CN=Device-77777,O=Example");
    }

    private void write(DesktopFixture desktop) throws Exception {
        search(desktop, "device-7777", "11 certificates");
        Path file = folder.resolve("list.csv");
        desktop.answers.next(file);
        desktop.press("#inventory-csv");
        desktop.awaitText("11 certificates written");
        List<String> lines = Files.readAllLines(file);
        assertEquals(12, lines.size());
        assertTrue(
                lines.stream().anyMatch(line -> line.contains("Device-77777,") && line.contains("\"revoked\"")),
                () -> String.join("\n", lines));
    }

    @Test
    void bothRoomsAreDrawn() throws Exception {
        Path workspace = folder.resolve("ws");
        try (OpenWorkspace made = OpenWorkspace.withAuthorities(workspace, InstantSource.system())) {
            ManyCertificates.issue(
                    made.session(),
                    new AuthorityName("issuing"),
                    1,
                    900,
                    Instant.now().minus(Duration.ofDays(380)));
        }
        for (Language language : List.of(Language.ENGLISH, Language.GERMAN)) {
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                drawn(workspace, Preferences.usual().with(theme).with(language), 1280, 800);
            }
        }
        drawn(workspace, Preferences.usual().with(Theme.LIGHT).with(Language.ENGLISH), 2560, 1440);
        drawn(
                workspace,
                Preferences.usual().with(Theme.LIGHT).with(Language.ENGLISH).sized(200),
                1280,
                800);
    }

    private void drawn(Path workspace, Preferences likes, double width, double height) throws Exception {
        String name = likes.theme() + "-" + likes.language() + "-" + (int) width + "-" + likes.percent();
        boolean german = likes.language() == Language.GERMAN;
        try (DesktopFixture desktop =
                DesktopFixture.open(folder, likes, Optional.of(workspace), InstantSource.system())) {
            DesktopFixture.onScreen(() -> {
                desktop.stage().setWidth(width);
                desktop.stage().setHeight(height);
                return desktop;
            });
            desktop.awaitWorkspace();
            go(desktop, german ? "Bestand" : "Inventory");
            desktop.awaitText("CN=Device-900,O=Example");
            picture(desktop, "inventory-list-" + name);
            select(desktop, 2);
            awaitDetails(desktop, "CN=Device-898,O=Example");
            desktop.awaitText("CN=Root");
            picture(desktop, "inventory-details-" + name);
            desktop.press("#inventory-revoke");
            ComboBox<?> reasons = desktop.node("#revoke-reason", ComboBox.class);
            DesktopFixture.onScreen(() -> {
                reasons.getSelectionModel().select(1);
                return reasons;
            });
            picture(desktop, "revoke-form-" + name);
            desktop.press("#revoke-check");
            desktop.node("#revoke-confirmation", Node.class);
            picture(desktop, "revoke-confirm-" + name);
            desktop.press("#revoke-back");
            go(desktop, german ? "Bestand" : "Inventory");
            desktop.write("#inventory-words", "nothing like this");
            desktop.node("#inventory-all", Node.class);
            picture(desktop, "inventory-none-" + name);
            assertTrue(Files.size(OUT.resolve("inventory-none-" + name + ".png")) > 10_000);
        }
    }
}
