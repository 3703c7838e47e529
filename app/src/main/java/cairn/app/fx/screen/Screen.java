package cairn.app.fx.screen;

import javafx.scene.Parent;

/** One screen of the window. Made when it is first opened. */
public interface Screen extends AutoCloseable {
    /** What is drawn. */
    Parent root();

    /**
     * It is shown, for the first time or again.
     *
     * @param detail what to show, as in {@link Address#detail()}; empty to go on where it was left
     * @param stale whether something was changed since it was shown last
     */
    void shown(String detail, boolean stale);

    @Override
    void close();
}
