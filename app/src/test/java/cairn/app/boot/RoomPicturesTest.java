package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.text.Language;
import cairn.app.fx.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workspace's own rooms are drawn in every dress, and can be looked at. */
final class RoomPicturesTest {
    private static final Path OUT = Path.of("target", "screens");

    @TempDir
    Path folder;

    @BeforeEach
    void make() throws Exception {
        OpenWorkspace.withAuthorities(folder.resolve("ws"), InstantSource.system())
                .close();
        OpenWorkspace.empty(folder.resolve("new"), InstantSource.system()).close();
    }

    private static void picture(DesktopFixture desktop, String name) throws Exception {
        Path file = OUT.resolve(name + ".png");
        WritableImage image =
                DesktopFixture.onScreen(() -> desktop.stage().getScene().snapshot(null));
        Picture.write(image, file);
        assertTrue(Files.size(file) > 10_000, "hardly anything is drawn on " + file);
    }

    private void draw(Preferences likes, double width, double height, String dress) throws Exception {
        try (DesktopFixture desktop =
                DesktopFixture.open(folder, likes, Optional.of(folder.resolve("ws")), InstantSource.system())) {
            DesktopFixture.onScreen(() -> {
                desktop.stage().setWidth(width);
                desktop.stage().setHeight(height);
                return desktop;
            });
            DesktopHands hands = new DesktopHands(desktop);
            hands.go("token");
            desktop.press("#token-log-in");
            hands.givePin(OpenWorkspace.PASSPHRASE);
            desktop.press("#token-speed-issuing");
            hands.until("#token-measured");
            picture(desktop, "token-" + dress);
            desktop.press("#token-add");
            picture(desktop, "token-add-" + dress);
            hands.go("audit");
            TableView<?> table = desktop.node("#audit-table", TableView.class);
            desktop.await("entries are shown", () -> table.getItems().size() > 8);
            desktop.press("#audit-verify");
            hands.until("#audit-found");
            DesktopFixture.onScreen(() -> {
                table.getSelectionModel().select(4);
                return table;
            });
            picture(desktop, "audit-" + dress);
            hands.go("settings");
            hands.until("#settings-theme");
            picture(desktop, "settings-" + dress);
            hands.go("first");
            hands.until("#first-request");
            picture(desktop, "first-" + dress);
        }
        Files.deleteIfExists(folder.resolve("ws").resolve("register.mv.db"));
        Preferences known = likes.opened(folder.resolve("gone")).opened(folder.resolve("ws"));
        try (DesktopFixture desktop =
                DesktopFixture.open(folder, known, Optional.of(folder.resolve("ws")), InstantSource.system())) {
            desktop.node("#welcome-read", Button.class);
            picture(desktop, "locked-workspace-" + dress);
        }
        try (DesktopFixture desktop =
                DesktopFixture.open(folder, known, Optional.of(folder.resolve("new")), InstantSource.system())) {
            desktop.node("#first-token", Node.class);
            picture(desktop, "first-new-" + dress);
            DesktopFixture.onScreen(() -> {
                desktop.window().lock();
                return desktop;
            });
            new DesktopHands(desktop).until("#locked");
            picture(desktop, "lock-" + dress);
        }
    }

    @Test
    void inLightEnglish() throws Exception {
        draw(Preferences.usual().with(Theme.LIGHT).with(Language.ENGLISH), 1280, 800, "light");
    }

    @Test
    void inDarkGerman() throws Exception {
        draw(Preferences.usual().with(Theme.DARK).with(Language.GERMAN), 2560, 1440, "dark-de");
    }

    @Test
    void inHighContrastAtTwiceTheSize() throws Exception {
        Preferences likes = Preferences.usual().with(Theme.CONTRAST).with(Language.ENGLISH);
        draw(likes.sized(200), 1280, 800, "contrast-200");
    }
}
