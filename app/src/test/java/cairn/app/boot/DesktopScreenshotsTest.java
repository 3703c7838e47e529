package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.text.Language;
import cairn.app.fx.theme.Theme;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every place of the window is drawn, in every theme and language. With {@code -Dcairn.screenshots=DIR} (the command
 * {@code ./cairn screenshots}) in two sizes, and kept there to be looked at.
 */
final class DesktopScreenshotsTest {
    @TempDir
    private static Path folder;

    private static final List<AutoCloseable> OPEN = new ArrayList<>();

    /** How a window is looked at. */
    private record Look(Theme theme, Language language, int percent, int width, int height) {
        @Override
        public String toString() {
            return (theme + "-" + language + "-" + width + "x" + height + (percent == 100 ? "" : "-" + percent))
                    .toLowerCase(Locale.ROOT);
        }
    }

    @BeforeAll
    static void makeWorkspace() throws Exception {
        OPEN.add(DemoWorkspace.in(folder));
    }

    @AfterAll
    static void close() throws Exception {
        for (AutoCloseable each : OPEN) {
            each.close();
        }
    }

    private static Optional<Path> kept() {
        return Optional.ofNullable(System.getProperty("cairn.screenshots")).map(Path::of);
    }

    private static Stream<Look> looks() {
        if (kept().isEmpty()) {
            return Stream.of(
                    new Look(Theme.LIGHT, Language.ENGLISH, 100, 1280, 800),
                    new Look(Theme.DARK, Language.GERMAN, 100, 1280, 800),
                    new Look(Theme.CONTRAST, Language.LONG, 200, 1280, 800));
        }
        return Stream.of(Theme.LIGHT, Theme.DARK)
                .flatMap(theme -> Stream.of(Language.ENGLISH, Language.GERMAN)
                        .flatMap(language -> Stream.of(
                                new Look(theme, language, 100, 1280, 800),
                                new Look(theme, language, 100, 2560, 1440))));
    }

    @TestFactory
    Stream<DynamicTest> everyPlaceIsDrawn() {
        return looks().map(look -> DynamicTest.dynamicTest(look.toString(), () -> draw(look)));
    }

    private static void draw(Look look) throws Exception {
        Preferences likes =
                Preferences.usual().with(look.theme()).with(look.language()).sized(look.percent());
        try (DesktopFixture desktop = DesktopFixture.open(folder, likes, Optional.empty(), InstantSource.system())) {
            resize(desktop, look);
            desktop.awaitSettled();
            keep(desktop, look, "welcome");
        }
        try (DesktopFixture desktop =
                DesktopFixture.open(folder, likes, Optional.of(folder.resolve("ws")), InstantSource.system())) {
            resize(desktop, look);
            desktop.node("#place-overview", ToggleButton.class);
            for (String place : DesktopFixture.onScreen(() -> places(desktop))) {
                desktop.press("#place-" + place);
                desktop.awaitSettled();
                keep(desktop, look, place);
            }
        }
    }

    private static void resize(DesktopFixture desktop, Look look) throws Exception {
        DesktopFixture.onScreen(() -> {
            desktop.stage().setWidth(look.width());
            desktop.stage().setHeight(look.height());
            return desktop;
        });
    }

    private static List<String> places(DesktopFixture desktop) {
        return desktop.stage().getScene().getRoot().lookupAll(".place").stream()
                .map(Node::getId)
                .map(id -> id.substring("place-".length()))
                .toList();
    }

    private static void keep(DesktopFixture desktop, Look look, String name) throws Exception {
        WritableImage image =
                DesktopFixture.onScreen(() -> desktop.stage().getScene().snapshot(null));
        Picture.write(image, kept().orElse(Path.of("target", "screens")).resolve(name + "-" + look + ".png"));
        assertTrue(colours(image) > 8, name + " is drawn");
        assertEquals(List.of(), DesktopFixture.onScreen(() -> cutOff(desktop)), name + " shows whole words in " + look);
    }

    /** Words on buttons and headings that are cut off; texts in tables may be. */
    private static List<String> cutOff(DesktopFixture desktop) {
        List<String> cut = new ArrayList<>();
        for (String selector : List.of(".button", ".title", ".heading", ".field-name", ".badge", ".place")) {
            for (Node node : desktop.stage().getScene().getRoot().lookupAll(selector)) {
                if (node instanceof Labeled labeled && labeled.isVisible() && isCut(labeled)) {
                    cut.add(labeled.getText());
                }
            }
        }
        return cut;
    }

    private static boolean isCut(Labeled labeled) {
        return labeled.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .anyMatch(text -> text.getText().endsWith("...")
                        && !String.valueOf(labeled.getText()).endsWith("..."));
    }

    private static int colours(WritableImage image) {
        PixelReader pixels = image.getPixelReader();
        Set<Integer> found = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 3) {
            for (int x = 0; x < image.getWidth(); x += 3) {
                found.add(pixels.getArgb(x, y));
            }
        }
        return found.size();
    }
}
