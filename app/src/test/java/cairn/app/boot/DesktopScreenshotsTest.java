package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.text.Language;
import cairn.app.fx.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every screen is drawn, and can be looked at. */
final class DesktopScreenshotsTest {
    @TempDir
    Path folder;

    @Test
    void everyScreenIsDrawn() throws Exception {
        Path out = Path.of("target", "screens");
        try (DemoWorkspace demo = DemoWorkspace.in(folder)) {
            assertTrue(Files.exists(demo.file("root.pem")));
        }
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            Preferences likes = Preferences.usual().with(theme).with(Language.ENGLISH);
            try (DesktopFixture desktop =
                    DesktopFixture.open(folder, likes, Optional.of(folder.resolve("ws")), InstantSource.system())) {
                desktop.awaitText("What needs somebody today");
                Picture.write(
                        DesktopFixture.onScreen(() -> desktop.stage().getScene().snapshot(null)),
                        out.resolve("overview-" + theme + ".png"));
            }
            try (DesktopFixture desktop =
                    DesktopFixture.open(folder, likes, Optional.empty(), InstantSource.system())) {
                desktop.awaitText("A new workspace");
                Picture.write(
                        DesktopFixture.onScreen(() -> desktop.stage().getScene().snapshot(null)),
                        out.resolve("welcome-" + theme + ".png"));
            }
        }
    }
}
