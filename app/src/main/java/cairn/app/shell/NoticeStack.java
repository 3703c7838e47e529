package cairn.app.shell;

import cairn.app.fx.form.Parts;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Notices in the lower right corner: good news goes by itself, the rest stays until somebody deals with it. */
final class NoticeStack {
    private static final Duration GOES_AFTER = Duration.seconds(6);

    private final ShellModel model;
    private final Texts texts;
    private final VBox stack = new VBox();
    private final Subscription following;

    NoticeStack(ShellModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        stack.getStyleClass().add("notices");
        stack.setPickOnBounds(false);
        stack.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(stack, Pos.BOTTOM_RIGHT);
        ListChangeListener<Notice> redraw = change -> {
            while (change.next()) {
                change.getAddedSubList().stream()
                        .filter(notice -> !notice.stays())
                        .forEach(this::letGo);
            }
            stack.getChildren().setAll(model.notices().stream().map(this::drawn).toList());
        };
        model.notices().addListener(redraw);
        stack.getChildren().setAll(model.notices().stream().map(this::drawn).toList());
        following = () -> model.notices().removeListener(redraw);
    }

    /** What is followed until the window has another content. */
    Subscription following() {
        return following;
    }

    Parent root() {
        return stack;
    }

    private void letGo(Notice notice) {
        PauseTransition pause = new PauseTransition(GOES_AFTER);
        pause.setOnFinished(event -> model.dismiss(notice));
        pause.play();
    }

    private Node drawn(Notice notice) {
        VBox words = new VBox(Parts.wrapped(notice.headline(), "strong"));
        if (!notice.words().isEmpty()) {
            words.getChildren().add(Parts.wrapped(notice.words()));
        }
        notice.where()
                .ifPresent(address -> words.getChildren()
                        .add(Parts.button(
                                texts.get("notice.go"),
                                MaterialDesignA.ARROW_RIGHT,
                                () -> model.go(address),
                                "small")));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox drawn = new HBox(
                Icons.of(notice.tone().shape()),
                words,
                Parts.button(
                        texts.get("notice.close"),
                        MaterialDesignC.CLOSE,
                        () -> model.dismiss(notice),
                        "small",
                        "flat"));
        drawn.getStyleClass().addAll("notice", notice.tone().style());
        return drawn;
    }
}
