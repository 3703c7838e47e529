package cairn.app.welcome;

import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Form;
import cairn.app.fx.form.Parts;
import cairn.app.fx.screen.Screen;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import java.nio.file.Path;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What is shown before a workspace is open. */
public final class WelcomeView implements Screen {
    private final WelcomeModel model;
    private final Texts texts;
    private final VBox recent = new VBox();
    private final VBox trouble = new VBox();
    private final Parent root;

    /** Shows {@code model}. */
    public WelcomeView(WelcomeModel model, Texts words) {
        this.model = model;
        this.texts = words.room("welcome");
        VBox greeting = new VBox(
                Icons.of(MaterialDesignT.TERRAIN, "large", "accent"),
                Parts.label(texts.get("title"), "display"),
                Parts.wrapped(texts.get("words"), "quiet"));
        greeting.getStyleClass().add("greeting");
        HBox doors = new HBox(known(), fresh());
        doors.getStyleClass().add("figures");
        VBox column = new VBox(greeting, trouble, doors);
        column.getStyleClass().addAll("welcome");
        StackPane room = new StackPane(column);
        room.getStyleClass().add("welcome-room");
        root = Parts.scrolling(room);
        model.problem()
                .subscribe(problem -> trouble.getChildren()
                        .setAll(problem.stream()
                                .map(why -> new ProblemPane(why, texts))
                                .toList()));
        model.recent().addListener((ListChangeListener<Path>) change -> fill());
        fill();
    }

    private Node known() {
        VBox card = Parts.card(
                texts.get("recent"),
                recent,
                Parts.button(texts.get("open"), MaterialDesignF.FOLDER_OPEN_OUTLINE, model::chooseAndOpen));
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMinWidth(0);
        card.setPrefWidth(1);
        return card;
    }

    private Node fresh() {
        VBox card = Parts.card(
                texts.get("new"),
                Parts.wrapped(texts.get("new.words"), "quiet"),
                new Form()
                        .text(texts.get("folder"), model.folder(), texts.get("folder.hint"))
                        .text(texts.get("purpose"), model.purpose(), texts.get("purpose.hint")),
                Parts.buttons(
                        Parts.button(texts.get("create"), MaterialDesignP.PLUS, model::create, "accent"),
                        Parts.button(
                                texts.get("choose"), MaterialDesignF.FOLDER_OUTLINE, model::chooseFolder, "flat")));
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMinWidth(0);
        card.setPrefWidth(1);
        return card;
    }

    private void fill() {
        recent.getChildren().clear();
        if (model.recent().isEmpty()) {
            recent.getChildren().add(Parts.wrapped(texts.get("recent.none"), "quiet"));
        }
        for (Path path : model.recent()) {
            VBox words = new VBox(
                    Parts.label(String.valueOf(path.getFileName()), "strong"), Parts.label(path.toString(), "caption"));
            Button open = new Button("", words);
            open.getStyleClass().add("line");
            open.setAccessibleText(texts.get("open.one", path));
            open.setOnAction(event -> model.open(path));
            HBox.setHgrow(open, Priority.ALWAYS);
            Button forget = Parts.button("", MaterialDesignC.CLOSE, () -> model.forget(path), "flat", "small");
            forget.setAccessibleText(texts.get("forget.one", path));
            recent.getChildren().add(Parts.buttons(open, forget));
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown(String detail, boolean stale) {}

    @Override
    public void close() {
        model.close();
    }
}
