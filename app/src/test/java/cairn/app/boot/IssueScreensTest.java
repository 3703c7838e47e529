package cairn.app.boot;

import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.text.Language;
import cairn.app.fx.theme.Theme;
import cairn.ca.profile.Profile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Issuing and inspecting are drawn as a person meets them. */
final class IssueScreensTest {
    private static final Path OUT = Path.of("target", "screens");

    @TempDir
    Path folder;

    private final List<Path> requests = new ArrayList<>();

    @BeforeEach
    void fill() throws Exception {
        DemoWorkspace.in(folder).close();
        try (CommandLineFixture maker = new CommandLineFixture(Files.createDirectory(folder.resolve("in")))) {
            for (int i = 1; i <= 5; i++) {
                requests.add(maker.request("pump-station-" + i + ".north.example"));
            }
            requests.add(Files.writeString(folder.resolve("in/rubbish.csr"), "no request", StandardCharsets.UTF_8));
            Path broken = maker.request("broken");
            byte[] content = Files.readAllBytes(broken);
            content[content.length - 3] ^= 1;
            requests.add(Files.write(broken, content));
        }
    }

    @Test
    void light() throws Exception {
        draw("light-en", Preferences.usual().with(Theme.LIGHT).with(Language.ENGLISH), 1280, 800);
    }

    @Test
    void darkGermanAndLarge() throws Exception {
        draw("dark-de", Preferences.usual().with(Theme.DARK).with(Language.GERMAN), 2560, 1440);
    }

    @Test
    void longWordsAndTextOfTwiceTheSize() throws Exception {
        draw("long-200", new Preferences(Theme.LIGHT, Language.LONG, 200, 0, List.of()), 1600, 1000);
    }

    private void draw(String name, Preferences likes, int width, int height) throws Exception {
        try (DesktopFixture desktop =
                DesktopFixture.open(folder, likes, Optional.of(folder.resolve("ws")), InstantSource.system())) {
            DesktopFixture.onScreen(() -> {
                desktop.stage().setWidth(width);
                desktop.stage().setHeight(height);
                return width;
            });
            desktop.node("#place-issue", Node.class);
            desktop.press("#place-issue");
            desktop.node("#issue-requests", Node.class);
            shoot(desktop, "issue-empty-" + name);
            desktop.drop(requests);
            desktop.awaitText("pump-station-1.north.example");
            ComboBox<?> profiles = desktop.node("#issue-profile", ComboBox.class);
            desktop.await("the profiles", () -> choose(profiles));
            desktop.await("the comparison", () -> desktop.stage().getScene().lookup(".comparison") != null);
            shoot(desktop, "issue-" + name);
            desktop.drop(List.of(folder.resolve("devices/device-0002.pem")));
            desktop.node("#inspect-tree", Node.class);
            shoot(desktop, "inspect-" + name);
            desktop.drop(
                    List.of(folder.resolve("devices/device-0002.pem"), folder.resolve("services/service-0002.pem")));
            desktop.node("#inspect-only", Node.class);
            shoot(desktop, "compare-" + name);
            desktop.drag(requests);
            shoot(desktop, "drop-" + name);
        }
    }

    @SuppressWarnings("unchecked")
    private static boolean choose(ComboBox<?> box) {
        for (Object item : box.getItems()) {
            if (item instanceof Profile profile && profile.name().equals("iot-device")) {
                ((ComboBox<Object>) box).setValue(item);
                return true;
            }
        }
        return false;
    }

    private static void shoot(DesktopFixture desktop, String name) throws Exception {
        Picture.write(
                DesktopFixture.onScreen(() -> desktop.stage().getScene().snapshot(null)), OUT.resolve(name + ".png"));
    }
}
