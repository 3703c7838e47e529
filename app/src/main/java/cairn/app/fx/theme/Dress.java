package cairn.app.fx.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Dresses windows: one structural style sheet, a palette of colours by theme, the size of the text, fonts of its own. */
public final class Dress {
    /** 100 per cent, in pixels; what the style sheets call 1em. */
    private static final double BASE = 13;

    private static final double SMALL_ICON = 1.1;
    private static final double ICON = 1.4;
    private static final double LARGE_ICON = 3.8;

    private static final List<String> FONTS = List.of(
            "Inter-Regular.otf",
            "Inter-Medium.otf",
            "Inter-SemiBold.otf",
            "Inter-Bold.otf",
            "JetBrainsMono-Regular.ttf");

    private Dress() {}

    /** Makes the fonts known. */
    public static void loadFonts() {
        for (String font : FONTS) {
            try (InputStream in = Objects.requireNonNull(Dress.class.getResourceAsStream("fonts/" + font), font)) {
                Font.loadFont(in, BASE);
            } catch (IOException e) {
                throw new IllegalStateException("the font " + font + " is not readable", e);
            }
        }
    }

    /**
     * Dresses a window.
     *
     * @param percent size of the text, 100 to 200
     */
    public static void apply(Scene scene, Theme theme, int percent) {
        Theme shown = shown(theme);
        scene.setUserAgentStylesheet(
                shown == Theme.DARK
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet("palette-" + name(shown)), sheet("cairn"), size(percent));
    }

    /** All other sizes are in em and follow; an icon's em would be that of the icon itself, so its size is counted out here. */
    private static String size(int percent) {
        double text = BASE * percent / 100;
        return "data:text/css,.root{-fx-font-size:" + text + "px}.ikonli-font-icon{-fx-icon-size:" + text * ICON
                + "px}.badge .ikonli-font-icon{-fx-icon-size:" + text * SMALL_ICON
                + "px}.ikonli-font-icon.large{-fx-icon-size:" + text * LARGE_ICON + "px}";
    }

    private static Theme shown(Theme theme) {
        if (theme != Theme.SYSTEM) {
            return theme;
        }
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
    }

    private static String name(Theme theme) {
        return switch (theme) {
            case SYSTEM, LIGHT -> "light";
            case DARK -> "dark";
            case CONTRAST -> "contrast";
        };
    }

    /** The toolkit finds what begins with a slash on the class path. */
    private static String sheet(String name) {
        return "/cairn/app/fx/theme/" + name + ".css";
    }
}
