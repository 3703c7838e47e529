package cairn.app.fx.screen;

import java.util.function.Supplier;
import org.kordamp.ikonli.Ikon;

/**
 * A place of the window that a person can go to.
 *
 * @param id what it is called in an {@link Address}
 * @param title what a person calls it, with a mnemonic
 * @param group the heading that it stands under; empty for none
 * @param screen makes its screen when it is first opened
 */
public record Place(String id, String title, String group, Ikon icon, Supplier<Screen> screen) {}
