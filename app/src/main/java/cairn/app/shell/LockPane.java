package cairn.app.shell;

import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** Covers the window while nobody is there; a key or a press uncovers it. */
final class LockPane extends VBox {
    LockPane(ShellModel model, Texts texts) {
        setId("locked");
        getStyleClass().add("lock-pane");
        getChildren()
                .setAll(
                        Icons.of(MaterialDesignL.LOCK_OUTLINE, "large", "accent"),
                        Parts.label(texts.get("locked"), "title"),
                        Parts.wrapped(texts.get("locked.words"), "quiet"));
        setFocusTraversable(true);
        setAccessibleText(texts.get("locked") + ". " + texts.get("locked.words"));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            event.consume();
            model.unlock();
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            event.consume();
            model.unlock();
        });
    }
}
