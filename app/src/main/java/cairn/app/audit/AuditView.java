package cairn.app.audit;

import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Columns;
import cairn.app.fx.form.Parts;
import cairn.app.fx.form.Words;
import cairn.app.fx.screen.Screen;
import cairn.app.fx.text.Texts;
import cairn.app.session.JournalReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The journal on the left; an entry, the check, the checkpoint and the export on the right. */
final class AuditView implements Screen {
    private final AuditModel model;
    private final Texts texts;
    private final VBox trouble = new VBox();
    private final TableView<JournalReader.Line> table = new TableView<>();
    private final VBox root;

    AuditView(AuditModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        trouble.getStyleClass().add("audit-trouble");
        Button verify =
                Parts.button(texts.get("verify"), MaterialDesignS.SHIELD_CHECK_OUTLINE, model::verify, "accent");
        verify.setId("audit-verify");
        model.check().subscribe(now -> verify.setDisable(now instanceof AuditModel.Check.Running));
        VBox left = new VBox(filters(), table(), foot());
        left.getStyleClass().add("audit-left");
        VBox side = new AuditSide(model, texts, table.getSelectionModel().selectedItemProperty()).root();
        ScrollPane scrolled = Parts.scrolling(side);
        scrolled.getStyleClass().add("audit-side-room");
        Columns columns = new Columns(64, left, scrolled, left);
        scale(columns);
        VBox.setVgrow(columns, Priority.ALWAYS);
        VBox body = Parts.body(trouble, columns);
        root = Parts.screen(
                Parts.head(
                        texts.get(model.isReadOnly() ? "title.read-only" : "title"),
                        verify,
                        Parts.button(texts.get("refresh"), MaterialDesignR.REFRESH, model::refresh, "flat")),
                body);
        model.problem()
                .subscribe(problem -> trouble.getChildren()
                        .setAll(problem.stream()
                                .map(why -> new ProblemPane(why, texts))
                                .toList()));
    }

    private Node filters() {
        TextField words = new TextField();
        words.setId("audit-words");
        words.setPromptText(texts.get("words"));
        words.setAccessibleText(texts.get("words"));
        words.textProperty().bindBidirectional(model.words());
        words.setOnAction(event -> model.refresh());
        HBox.setHgrow(words, Priority.ALWAYS);
        ComboBox<String> kind = new ComboBox<>();
        kind.setId("audit-kind");
        kind.setAccessibleText(texts.get("kind"));
        List<String> kinds = new ArrayList<>(List.of(""));
        kinds.addAll(JournalReader.kinds());
        kind.getItems().setAll(kinds);
        kind.setConverter(new Words<>(name -> texts.get(name.isEmpty() ? "kind.all" : "kind." + name)));
        kind.setValue(model.kind().get());
        kind.valueProperty().subscribe((before, now) -> {
            model.kind().set(now);
            model.refresh();
        });
        Button find = Parts.button(texts.get("find"), MaterialDesignC.CHEVRON_RIGHT, model::refresh);
        find.setId("audit-find");
        HBox first = Parts.buttons(words, kind, find);
        HBox second = Parts.buttons(
                Parts.label(texts.get("from"), "quiet"),
                day(texts.get("from"), model.from()),
                Parts.label(texts.get("until"), "quiet"),
                day(texts.get("until"), model.until()));
        VBox both = new VBox(first, second);
        both.getStyleClass().add("audit-filters");
        return both;
    }

    private DatePicker day(String name, ObjectProperty<@Nullable LocalDate> value) {
        DatePicker picker = new DatePicker();
        picker.setAccessibleText(name);
        picker.getStyleClass().add("audit-day");
        picker.valueProperty().bindBidirectional(value);
        picker.valueProperty().subscribe((before, now) -> model.refresh());
        return picker;
    }

    private Node table() {
        table.setId("audit-table");
        table.setItems(model.lines());
        table.setPlaceholder(Parts.wrapped(texts.get("none"), "quiet"));
        table.getColumns()
                .setAll(List.of(
                        column(
                                "column.number",
                                line -> texts.number(line.entry().sequence())),
                        column("column.time", line -> texts.moment(line.entry().time())),
                        column("column.actor", line -> line.entry().actor()),
                        column("column.kind", line -> texts.get("kind." + line.kind())),
                        column("column.what", JournalReader.Line::words)));
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    /** Columns are as wide as their text; a table's own sizes know nothing of that. */
    private void scale(Columns columns) {
        columns.widthProperty().subscribe(width -> {
            double[] ems = {5, 13.5, 7, 14, 32};
            for (int i = 0; i < ems.length; i++) {
                table.getColumns().get(i).setPrefWidth(ems[i] * columns.em());
            }
        });
    }

    private TableColumn<JournalReader.Line, String> column(String key, Function<JournalReader.Line, String> value) {
        TableColumn<JournalReader.Line, String> column = new TableColumn<>(texts.get(key));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
        column.setSortable(false);
        return column;
    }

    private Node foot() {
        Label reached = Parts.label("", "caption");
        reached.setId("audit-reached");
        Button older = Parts.button(texts.get("older"), MaterialDesignA.ARROW_DOWN, model::older, "small");
        older.setId("audit-older");
        Button stop = Parts.button(texts.get("stop"), MaterialDesignC.CLOSE, model::stop, "small", "flat");
        stop.visibleProperty().bind(model.searching());
        stop.managedProperty().bind(model.searching());
        model.reading().subscribe(now -> {
            reached.setText(texts.get("reached", model.lines().size(), now.last()));
            older.setDisable(now.next() == 0);
        });
        return Parts.buttons(reached, Parts.space(), stop, older);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown(String detail, boolean stale) {
        if (!detail.isEmpty()) {
            model.words().set(detail);
        }
        if (stale || !detail.isEmpty() || model.lines().isEmpty()) {
            model.refresh();
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
