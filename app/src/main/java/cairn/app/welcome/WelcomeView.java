package cairn.app.welcome;

import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Form;
import cairn.app.fx.form.Parts;
import cairn.app.fx.screen.Screen;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import cairn.app.fx.theme.Tone;
import cairn.app.session.KnownWorkspace;
import java.nio.file.Path;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
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
        model.trouble()
                .subscribe(now -> trouble.getChildren()
                        .setAll(now.stream().map(this::trouble).toList()));
        model.recent().addListener((ListChangeListener<KnownWorkspace>) change -> fill());
        fill();
    }

    /** What is wrong, and each way out of it. */
    private Node trouble(WelcomeModel.Trouble why) {
        VBox box = new VBox(new ProblemPane(why.problem(), texts));
        box.setSpacing(8);
        HBox ways = Parts.buttons(Parts.label(texts.get("ways"), "quiet"));
        if (why.rebuildHelps()) {
            Button rebuild = Parts.button(
                    texts.get("rebuild"),
                    MaterialDesignD.DATABASE_SYNC_OUTLINE,
                    () -> model.rebuild(why.folder()),
                    "accent");
            rebuild.setId("welcome-rebuild");
            rebuild.setAccessibleHelp(texts.get("rebuild.words"));
            ways.getChildren().add(rebuild);
        }
        Button read =
                Parts.button(texts.get("read-only"), MaterialDesignB.BOOK_OPEN_OUTLINE, () -> model.read(why.folder()));
        read.setId("welcome-read");
        ways.getChildren().add(read);
        box.getChildren().add(ways);
        if (why.rebuildHelps()) {
            box.getChildren().add(Parts.wrapped(texts.get("rebuild.words"), "quiet"));
        }
        box.getChildren().add(Parts.wrapped(texts.get("read-only.words"), "quiet"));
        return box;
    }

    private Node known() {
        VBox card = Parts.card(
                texts.get("recent"),
                recent,
                Parts.buttons(
                        Parts.button(texts.get("open"), MaterialDesignF.FOLDER_OPEN_OUTLINE, model::chooseAndOpen),
                        Parts.button(
                                texts.get("read-only.choose"),
                                MaterialDesignB.BOOK_OPEN_OUTLINE,
                                model::chooseAndRead,
                                "flat")));
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setMinWidth(0);
        card.setPrefWidth(1);
        return card;
    }

    private Node fresh() {
        Button create = Parts.button(texts.get("create"), MaterialDesignP.PLUS, model::create, "accent");
        create.setId("welcome-create");
        VBox card = Parts.card(
                texts.get("new"),
                Parts.wrapped(texts.get("new.words"), "quiet"),
                new Form()
                        .text(texts.get("folder"), model.folder(), texts.get("folder.hint"), "welcome-folder")
                        .text(texts.get("purpose"), model.purpose(), texts.get("purpose.hint"), "welcome-purpose"),
                Parts.buttons(
                        create,
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
        for (KnownWorkspace each : model.recent()) {
            recent.getChildren().add(line(each));
        }
    }

    private Node line(KnownWorkspace known) {
        Path path = known.folder();
        String used = known.isThere()
                ? known.used()
                        .map(time -> texts.get("opened", texts.moment(time)))
                        .orElse("")
                : texts.get("missing");
        VBox words = new VBox(
                Parts.label(String.valueOf(path.getFileName()), "strong"),
                Parts.label(path.toString(), "caption"),
                Parts.label(known.isThere() ? used : "", "caption"));
        Button open = new Button("", words);
        open.getStyleClass().add("line");
        open.setAccessibleText(texts.get("open.one", path));
        open.setDisable(!known.isThere());
        open.setOnAction(event -> model.open(path));
        HBox.setHgrow(open, Priority.ALWAYS);
        Button read = Parts.button("", MaterialDesignB.BOOK_OPEN_OUTLINE, () -> model.read(path), "flat", "small");
        read.setAccessibleText(texts.get("read-only.one", path));
        read.setTooltip(new Tooltip(texts.get("read-only.one", path)));
        read.setDisable(!known.isThere());
        Button forget = Parts.button("", MaterialDesignC.CLOSE, () -> model.forget(path), "flat", "small");
        forget.setAccessibleText(texts.get("forget.one", path));
        forget.setTooltip(new Tooltip(texts.get("forget.one", path)));
        HBox line = Parts.buttons(open, read, forget);
        if (!known.isThere()) {
            line.getChildren().add(1, Parts.badge(Tone.WARNING, used));
        }
        return line;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown(String detail, boolean stale) {
        model.refresh();
    }

    @Override
    public void close() {
        model.close();
    }
}
