package cairn.app.fx.theme;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons that take colour and size from the style sheet. */
public final class Icons {
    private Icons() {}

    /** An icon beside a word; a screen reader skips it. */
    public static FontIcon of(Ikon ikon) {
        FontIcon icon = new FontIcon(ikon);
        icon.setFocusTraversable(false);
        icon.setMouseTransparent(true);
        return icon;
    }

    /** The same with a style class, such as {@code large}. */
    public static FontIcon of(Ikon ikon, String... styles) {
        FontIcon icon = of(ikon);
        icon.getStyleClass().addAll(styles);
        return icon;
    }
}
