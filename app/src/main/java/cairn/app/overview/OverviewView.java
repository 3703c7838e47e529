package cairn.app.overview;

import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Parts;
import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.Screen;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import cairn.app.fx.theme.Tone;
import cairn.app.session.Situation;
import cairn.ca.inventory.CertificateStatus;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The first screen of a workspace. */
final class OverviewView implements Screen {
    private final OverviewModel model;
    private final Texts texts;
    private final VBox body = Parts.body();
    private final VBox root;

    OverviewView(OverviewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        root = Parts.screen(
                Parts.head(
                        texts.get("title"),
                        Parts.button(texts.get("refresh"), MaterialDesignR.REFRESH, model::refresh, "flat")),
                Parts.scrolling(body));
        model.picture().subscribe(picture -> picture.ifPresent(this::draw));
        model.problem()
                .subscribe(problem ->
                        problem.ifPresent(failure -> body.getChildren().setAll(new ProblemPane(failure, texts))));
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

    private void draw(OverviewModel.Picture picture) {
        if (picture.empty()) {
            body.getChildren()
                    .setAll(Parts.card(
                            "",
                            Parts.empty(
                                    MaterialDesignS.SHIELD_KEY_OUTLINE,
                                    texts.get("empty.headline"),
                                    texts.get("empty.words"),
                                    Parts.button(
                                            texts.get("empty.next"),
                                            MaterialDesignS.SHIELD_PLUS_OUTLINE,
                                            () -> model.go(Address.of("first")),
                                            "accent"))));
            return;
        }
        body.getChildren().setAll(todo(picture), figures(picture.situation()), chart(picture.situation()));
    }

    private Node todo(OverviewModel.Picture picture) {
        VBox card = Parts.card(texts.get("todo"));
        if (picture.lines().isEmpty()) {
            card.getChildren().add(Parts.badge(Tone.GOOD, texts.get("todo.nothing")));
        }
        for (OverviewModel.Line line : picture.lines()) {
            VBox words = new VBox(Parts.wrapped(line.headline(), "strong"), Parts.wrapped(line.words(), "quiet"));
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox content = new HBox(Icons.of(line.tone().shape()), words, Icons.of(MaterialDesignS.STEP_FORWARD));
            content.getStyleClass().addAll("buttons", line.tone().style());
            Button button = new Button("", content);
            content.prefWidthProperty().bind(button.widthProperty().subtract(24));
            button.getStyleClass().add("line");
            button.setAccessibleText(line.headline() + ". " + line.words());
            button.setOnAction(event -> model.go(line.where()));
            card.getChildren().add(button);
        }
        return card;
    }

    private Node figures(Situation now) {
        FlowPane row = new FlowPane(
                figure(now.counts().getOrDefault(CertificateStatus.VALID, 0L), texts.get("figure.valid"), Tone.GOOD),
                figure(now.counts().getOrDefault(CertificateStatus.HELD, 0L), texts.get("figure.held"), Tone.WAITING),
                figure(now.counts().getOrDefault(CertificateStatus.REVOKED, 0L), texts.get("figure.revoked"), Tone.BAD),
                figure(now.within().getLast(), texts.get("figure.ending"), Tone.WARNING));
        row.getStyleClass().add("figures");
        return row;
    }

    private Node figure(long number, String name, Tone tone) {
        VBox figure = Parts.card("", Parts.label(texts.number(number), "title"), Parts.badge(tone, name));
        figure.getStyleClass().add("figure");
        return figure;
    }

    private Node chart(Situation now) {
        return Parts.card(texts.get("chart"), new EndingsChart(now.months(), texts).root());
    }
}
