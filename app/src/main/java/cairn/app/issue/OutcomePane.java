package cairn.app.issue;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Parts;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Icons;
import cairn.app.fx.theme.Tone;
import cairn.app.session.IssueRun;
import cairn.ca.x509.PlainText;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** What came of a run: a line for each request, the failures first. */
final class OutcomePane {
    private final IssueModel model;
    private final Outcome outcome;
    private final FilePicker files;
    private final Texts texts;
    private final VBox root;

    OutcomePane(IssueModel model, Outcome outcome, FilePicker files, Texts texts) {
        this.model = model;
        this.outcome = outcome;
        this.files = files;
        this.texts = texts;
        ListView<IssueRun.Line> list = new ListView<>();
        list.setId("issue-results");
        list.getItems().addAll(outcome.failed());
        list.getItems().addAll(outcome.written());
        list.setAccessibleText(texts.get("results"));
        list.setCellFactory(view -> new Cell());
        VBox.setVgrow(list, Priority.ALWAYS);
        Button again = Parts.button(texts.get("again"), MaterialDesignA.ARROW_LEFT, model::reopen, "accent");
        again.setId("issue-again");
        again.setDefaultButton(true);
        VBox summary = new VBox(
                Parts.wrapped(texts.get("done", outcome.written().size()), "heading"),
                Parts.wrapped(
                        texts.get("done.end." + outcome.end(), outcome.failed().size()), "quiet"));
        HBox.setHgrow(summary, Priority.ALWAYS);
        HBox head = new HBox(Icons.of(tone().shape(), "large"), summary, again);
        head.getStyleClass().addAll("issue-done", tone().style());
        root = Parts.body(head, list);
        VBox.setVgrow(root, Priority.ALWAYS);
    }

    Parent root() {
        return root;
    }

    private Tone tone() {
        return outcome.failed().isEmpty() && outcome.end() == IssueRun.End.DONE ? Tone.GOOD : Tone.WARNING;
    }

    private void export(IssueRun.Line.Written written) {
        String name = String.valueOf(written.file().getFileName()).replaceFirst("\\.pem$", "");
        files.save(texts.get("export.title"), name + "-chain.pem")
                .ifPresent(target -> model.export(written, outcome, target));
    }

    /** One request and what came of it. */
    private final class Cell extends ListCell<IssueRun.Line> {
        @Override
        protected void updateItem(IssueRun.Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            setPrefWidth(0);
            setGraphic(empty || line == null ? null : content(line));
        }

        private Node content(IssueRun.Line line) {
            return switch (line) {
                case IssueRun.Line.Written written -> written(written);
                case IssueRun.Line.Failed failed ->
                    new VBox(Parts.wrapped(name(failed.request()), "strong"), new ProblemPane(failed.problem(), texts));
            };
        }

        private Node written(IssueRun.Line.Written written) {
            Label serial = Parts.label(written.certificate().serialNumber().hex(), "mono");
            Label file = Parts.label(PlainText.escape(written.file().toString()), "quiet");
            file.setMinWidth(0);
            VBox words = new VBox(Parts.label(written.certificate().subject().toString(), "strong"), serial, file);
            if (written.earlier() > 0) {
                words.getChildren().add(Parts.badge(Tone.WARNING, texts.get("earlier", written.earlier())));
            }
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox row = new HBox(
                    Icons.of(Tone.GOOD.shape()),
                    words,
                    Parts.button(
                            texts.get("inspect"),
                            MaterialDesignM.MAGNIFY_SCAN,
                            () -> model.inspect(written, outcome),
                            "flat"),
                    Parts.button(
                            texts.get("inventory"),
                            MaterialDesignF.FORMAT_LIST_BULLETED,
                            () -> model.inventory(written),
                            "flat"),
                    Parts.button(texts.get("export"), MaterialDesignE.EXPORT_VARIANT, () -> export(written), "flat"));
            row.getStyleClass().addAll("buttons", Tone.GOOD.style());
            return row;
        }

        private static String name(Path request) {
            return PlainText.escape(String.valueOf(request.getFileName()));
        }
    }
}
