package cairn.app.issue;

import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.app.session.LookedAtRequest;
import cairn.ca.x509.PlainText;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The requests, each with its verdict. What is dropped anywhere on the window comes here by way of the window. */
final class RequestsPane {
    private final IssueModel model;
    private final Texts texts;
    private final ListView<LookedAtRequest> list = new ListView<>();
    private final Label counts = Parts.wrapped("", "quiet");
    private final VBox root;

    RequestsPane(IssueModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        list.setId("issue-requests");
        list.setItems(model.requests());
        list.setAccessibleText(texts.get("requests"));
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(Parts.empty(
                MaterialDesignF.FILE_DOCUMENT_OUTLINE, texts.get("empty.headline"), texts.get("empty.words")));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> model.selected().set(Optional.ofNullable(row)));
        model.selected().subscribe(row -> list.getSelectionModel().select(row.orElse(null)));
        list.setOnKeyPressed(event -> {
            LookedAtRequest row = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.DELETE && row != null) {
                model.remove(row);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Button clear = Parts.button(texts.get("clear"), MaterialDesignD.DELETE_SWEEP_OUTLINE, model::clear, "flat");
        clear.setId("issue-clear");
        HBox.setHgrow(counts, Priority.ALWAYS);
        counts.setMaxWidth(Double.MAX_VALUE);
        HBox foot = Parts.buttons(counts, clear);
        foot.visibleProperty().bind(Bindings.isNotEmpty(model.requests()));
        root = new VBox(list, foot);
        root.getStyleClass().addAll("issue-requests", "drop-zone");
        model.requests().addListener((ListChangeListener<LookedAtRequest>) change -> count());
        count();
    }

    Parent root() {
        return root;
    }

    private void count() {
        counts.setText(texts.get("requests.count", model.acceptable(), model.refused()));
    }

    /** One request: what it is called, who it is for, and what the rules say. */
    private final class Cell extends ListCell<LookedAtRequest> {
        @Override
        protected void updateItem(LookedAtRequest row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(empty || row == null ? null : content(row));
            setPrefWidth(0);
            setAccessibleText(empty || row == null ? "" : row.file() + ". " + texts.choice("verdict", row.verdict()));
        }

        private Node content(LookedAtRequest row) {
            Label name = Parts.label(PlainText.escape(String.valueOf(row.file().getFileName())), "strong");
            name.setMinWidth(0);
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox head = Parts.buttons(name, Parts.badge(tone(row), texts.choice("verdict", row.verdict())));
            VBox content = new VBox(head);
            row.request()
                    .ifPresent(request -> content.getChildren()
                            .add(Parts.label(
                                    request.subject().isEmpty()
                                            ? texts.get("subject.none")
                                            : request.subject().toString(),
                                    "quiet")));
            row.problem().ifPresent(problem -> content.getChildren().add(Parts.wrapped(problem.what(), "quiet")));
            row.findings().stream()
                    .limit(1)
                    .forEach(finding -> content.getChildren().add(Parts.wrapped(finding.words(), "quiet")));
            content.getStyleClass().add("request");
            return content;
        }
    }

    static Tone tone(LookedAtRequest row) {
        return switch (row.verdict()) {
            case ACCEPT -> Tone.GOOD;
            case WARN -> Tone.WARNING;
            case REJECT -> Tone.BAD;
        };
    }
}
