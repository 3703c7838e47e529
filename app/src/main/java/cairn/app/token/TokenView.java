package cairn.app.token;

import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Columns;
import cairn.app.fx.form.Parts;
import cairn.app.fx.screen.Screen;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** The tokens on the left, the one that is looked at on the right. */
final class TokenView implements Screen {
    private final TokenModel model;
    private final Texts texts;
    private final VBox list = new VBox();
    private final VBox trouble = new VBox();
    private final VBox right = new VBox();
    private final VBox root;
    private Subscription following = Subscription.EMPTY;

    TokenView(TokenModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        VBox known = Parts.card(texts.get("list"), list);
        known.getStyleClass().add("token-list");
        list.getStyleClass().add("token-rows");
        right.getStyleClass().add("token-right");
        Columns columns = new Columns(52, known, right, right);
        Button software = Parts.button(
                texts.get("make"), MaterialDesignP.PLUS, () -> model.make(NewTokenModel.Way.SOFTWARE), "accent");
        software.setId("token-make");
        Button add = Parts.button(texts.get("add"), MaterialDesignC.CHIP, () -> model.make(NewTokenModel.Way.ADD));
        add.setId("token-add");
        Button initialise = Parts.button(
                texts.get("initialise"), MaterialDesignF.FORMAT_PAINT, () -> model.make(NewTokenModel.Way.INITIALISE));
        initialise.setId("token-initialise");
        root = Parts.screen(
                Parts.head(
                        texts.get("title"),
                        initialise,
                        add,
                        software,
                        Parts.button(texts.get("refresh"), MaterialDesignR.REFRESH, model::refresh, "flat")),
                Parts.scrolling(Parts.body(trouble, columns)));
        model.rows().addListener((ListChangeListener<TokenModel.Row>) change -> fill());
        model.pane().subscribe(this::show);
        model.problem()
                .subscribe(problem -> trouble.getChildren()
                        .setAll(problem.stream()
                                .map(why -> new ProblemPane(why, texts))
                                .toList()));
        fill();
    }

    private void fill() {
        list.getChildren().clear();
        if (model.rows().isEmpty()) {
            list.getChildren().add(Parts.wrapped(texts.get("list.none"), "quiet"));
        }
        for (TokenModel.Row row : model.rows()) {
            VBox words = new VBox(Parts.label(row.settings().name(), "strong"));
            if (!row.settings().label().equals(row.settings().name())) {
                words.getChildren().add(Parts.label(row.settings().label(), "caption"));
            }
            words.getChildren().add(state(row));
            words.getStyleClass().add("token-words");
            Button line = new Button("", words);
            line.setId("token-" + row.settings().name());
            line.getStyleClass().add("line");
            line.setMaxWidth(Double.MAX_VALUE);
            line.setAccessibleText(row.settings().title());
            line.setOnAction(event -> model.choose(row));
            list.getChildren().add(line);
        }
        mark();
    }

    private Node state(TokenModel.Row row) {
        return row.loggedIn()
                ? Parts.badge(Tone.GOOD, texts.get("state.in"))
                : Parts.badge(Tone.PLAIN, texts.get("state.out"));
    }

    private void show(TokenModel.Pane pane) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        right.getChildren().setAll(drawn(pane));
        mark();
    }

    private Node drawn(TokenModel.Pane pane) {
        return switch (pane) {
            case TokenModel.Pane.Nothing ignored ->
                Parts.card(
                        "",
                        Parts.empty(
                                MaterialDesignU.USB_FLASH_DRIVE_OUTLINE, texts.get("empty"), texts.get("empty.words")));
            case TokenModel.Pane.Shown shown -> {
                TokenDetails details = new TokenDetails(model, shown, texts);
                following = details.following();
                yield details.root();
            }
            case TokenModel.Pane.Making making -> {
                NewTokenView form = new NewTokenView(model, making.way(), texts);
                following = form.following();
                yield form.root();
            }
        };
    }

    /** The line of the token that is shown stands out. */
    private void mark() {
        String here = model.pane().get() instanceof TokenModel.Pane.Shown shown
                ? shown.row().settings().name()
                : "";
        for (Node line : list.getChildren()) {
            line.getStyleClass().remove("here");
            if (("token-" + here).equals(line.getId())) {
                line.getStyleClass().add("here");
            }
        }
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown(String detail, boolean stale) {
        if (!detail.isEmpty()) {
            model.choose(detail);
        }
        model.refresh();
    }

    @Override
    public void close() {
        following.unsubscribe();
        model.close();
    }
}
