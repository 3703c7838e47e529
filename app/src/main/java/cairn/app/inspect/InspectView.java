package cairn.app.inspect;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Parts;
import cairn.app.fx.screen.Screen;
import cairn.app.fx.text.Texts;
import cairn.app.session.Inspected;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** A file in words, then what was found, then all of its structure. */
final class InspectView implements Screen {
    private final InspectModel model;
    private final FilePicker files;
    private final Texts texts;
    private final VBox trouble = new VBox();
    private final VBox body = Parts.body();
    private final Button compare;
    private final VBox root;

    InspectView(InspectModel model, FilePicker files, Texts texts) {
        this.model = model;
        this.files = files;
        this.texts = texts;
        Button open = Parts.button(texts.get("open"), MaterialDesignF.FOLDER_OPEN_OUTLINE, this::open, "accent");
        open.setId("inspect-open");
        compare = Parts.button(texts.get("compare"), MaterialDesignC.COMPARE_HORIZONTAL, this::compare);
        compare.setId("inspect-compare");
        body.getStyleClass().add("inspect-body");
        root = Parts.screen(Parts.head(texts.get("title"), compare, open), Parts.scrolling(new VBox(trouble, body)));
        trouble.getStyleClass().add("inspect-trouble");
        model.problem()
                .subscribe(problem -> trouble.getChildren()
                        .setAll(problem.stream()
                                .map(why -> new ProblemPane(why, texts))
                                .toList()));
        model.shown().subscribe(this::draw);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown(String detail, boolean stale) {
        model.open(detail);
    }

    @Override
    public void close() {
        model.close();
    }

    private void open() {
        List<Path> chosen = files.open(texts.get("open.title"));
        if (!chosen.isEmpty()) {
            model.open(chosen);
        }
    }

    private void compare() {
        files.open(texts.get("compare.title")).stream().findFirst().ifPresent(model::compare);
    }

    private void draw(InspectModel.Shown shown) {
        compare.setDisable(shown instanceof InspectModel.Shown.Nothing);
        switch (shown) {
            case InspectModel.Shown.Nothing nothing ->
                body.getChildren()
                        .setAll(Parts.card(
                                "",
                                Parts.empty(
                                        MaterialDesignF.FILE_SEARCH_OUTLINE,
                                        texts.get("empty.headline"),
                                        texts.get("empty.words"))));
            case InspectModel.Shown.One(var what, var file) -> {
                body.getChildren().setAll(new SummaryCard(model, what, files, texts).root());
                if (file.isPresent() && Summary.isSealed(what.inspection())) {
                    body.getChildren().add(lock());
                }
                if (!what.inspection().findings().isEmpty()) {
                    body.getChildren().add(new FindingsCard(what.inspection().findings(), texts).root());
                }
                if (!what.inspection().contents().isEmpty()) {
                    body.getChildren().add(structure(what));
                }
            }
            case InspectModel.Shown.Two two -> body.getChildren().setAll(new ComparedCard(two, texts).root());
        }
    }

    private Node lock() {
        PasswordField password = new PasswordField();
        password.setId("inspect-password");
        password.setPromptText(texts.get("password"));
        password.setAccessibleText(texts.get("password"));
        HBox.setHgrow(password, Priority.ALWAYS);
        Button unlock = Parts.button(texts.get("unlock"), MaterialDesignL.LOCK_OPEN_OUTLINE, () -> {
            // The toolkit keeps what was typed as text of its own; it is forgotten at once.
            char[] typed = password.getText().toCharArray();
            password.clear();
            model.unlock(typed);
        });
        unlock.setId("inspect-unlock");
        password.setOnAction(event -> unlock.fire());
        return Parts.card(texts.get("sealed"), Parts.buttons(password, unlock));
    }

    private Node structure(Inspected what) {
        TextField search = new TextField();
        search.setId("inspect-search");
        search.setPromptText(texts.get("search"));
        search.setAccessibleText(texts.get("search"));
        search.textProperty().bindBidirectional(model.search());
        StructureTree tree = new StructureTree(what, texts);
        model.search().subscribe(tree::search);
        return Parts.card(texts.get("structure"), search, tree.root());
    }
}
