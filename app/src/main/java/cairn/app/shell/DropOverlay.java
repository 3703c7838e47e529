package cairn.app.shell;

import cairn.app.fx.form.Parts;
import cairn.app.fx.theme.Icons;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Says over the whole window what will happen to the files that a person drags over it, and hands them on. */
final class DropOverlay {
    private final StackPane shade = new StackPane();
    private final Label words = Parts.wrapped("", "heading");
    private @Nullable FileDrop drop;

    /** Watches {@code stage} and is shown over it. */
    DropOverlay(StackPane stage) {
        VBox card = new VBox(Icons.of(MaterialDesignT.TRAY_ARROW_DOWN, "large", "accent"), words);
        card.getStyleClass().add("drop-card");
        shade.getChildren().add(card);
        shade.getStyleClass().add("drop-shade");
        shade.setMouseTransparent(true);
        shade.setVisible(false);
        stage.getChildren().add(shade);
        stage.addEventHandler(DragEvent.DRAG_OVER, this::over);
        stage.addEventHandler(DragEvent.DRAG_EXITED, event -> hide());
        stage.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            hide();
            event.setDropCompleted(dropped(paths(event)));
            event.consume();
        });
    }

    /** From now on files go to {@code taker}; null for nobody. */
    void to(@Nullable FileDrop taker) {
        drop = taker;
    }

    /** Shows what would become of these files. */
    void show(List<Path> files) {
        if (drop != null) {
            words.setText(drop.words(files));
            shade.setVisible(true);
        }
    }

    void hide() {
        shade.setVisible(false);
    }

    /** Hands files on; whether anybody took them. */
    boolean dropped(List<Path> files) {
        if (drop == null || files.isEmpty()) {
            return false;
        }
        drop.dropped(files);
        return true;
    }

    private void over(DragEvent event) {
        if (drop != null && event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            show(paths(event));
            event.consume();
        }
    }

    private static List<Path> paths(DragEvent event) {
        return event.getDragboard().getFiles().stream().map(File::toPath).toList();
    }
}
