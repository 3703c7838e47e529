package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.prefs.PreferencesFile;
import cairn.app.fx.text.Language;
import cairn.app.fx.theme.Theme;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person likes holds at once, and at the next start. */
final class LikingsTest {
    @TempDir
    Path folder;

    private static List<String> sheets(DesktopFixture desktop) throws Exception {
        return DesktopFixture.onScreen(
                () -> List.copyOf(desktop.stage().getScene().getStylesheets()));
    }

    @Test
    void coloursSizeAndLanguageChangeAtOnceAndThePlaceStays() throws Exception {
        try (OpenWorkspace made = OpenWorkspace.withAuthorities(folder.resolve("ws"), InstantSource.system())) {
            assertEquals(2, made.session().register().authorities().all().size());
        }
        Preferences likes = Preferences.usual().with(Theme.LIGHT).with(Language.ENGLISH);
        try (DesktopFixture desktop =
                DesktopFixture.open(folder, likes, Optional.of(folder.resolve("ws")), InstantSource.system())) {
            DesktopHands hands = new DesktopHands(desktop);
            hands.until("#place-token");
            hands.go("settings");
            hands.choose("#settings-theme", Theme.DARK);
            assertTrue(sheets(desktop).stream().anyMatch(sheet -> sheet.contains("palette-dark")));
            hands.choose("#settings-theme", Theme.CONTRAST);
            assertTrue(sheets(desktop).stream().anyMatch(sheet -> sheet.contains("palette-contrast")));
            hands.choose("#settings-size", 150);
            assertTrue(sheets(desktop).stream().anyMatch(sheet -> sheet.contains("font-size:19.5px")));
            hands.choose("#settings-language", Language.GERMAN);
            desktop.awaitText("Wenn niemand da ist");
            hands.awaitLight("Token abgemeldet");
            hands.choose("#settings-idle", 5);
            hands.go("token");
            desktop.awaitText("Token dieses Arbeitsbereichs");
            PreferencesFile kept = new PreferencesFile(folder.resolve("desktop.json"));
            desktop.await("it is kept", () -> kept.read().idleMinutes() == 5);
            assertEquals(Theme.CONTRAST, kept.read().theme());
            assertEquals(Language.GERMAN, kept.read().language());
            assertEquals(150, kept.read().percent());
            assertEquals(List.of(folder.resolve("ws")), kept.read().recent());
        }
    }
}
