package cairn.app.crls;

import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Facts;
import cairn.app.fx.form.Form;
import cairn.app.fx.form.Parts;
import cairn.app.fx.screen.ScreenState;
import cairn.app.fx.task.Job;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.app.problem.Problem;
import cairn.app.session.ListBook;
import cairn.app.session.ListSigning;
import cairn.ca.crl.CrlRecord;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** How the lists of one authority stand, the signing of the next, and those before. */
final class BookPane {
    private static final double ROW = 2.6;
    private static final int MOST_ROWS = 12;

    private final CrlsModel model;
    private final Texts texts;

    BookPane(CrlsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Adds its cards. */
    void draw(ListBook book, VBox into) {
        into.getChildren().addAll(current(book), signing(book));
        if (!book.history().isEmpty()) {
            into.getChildren().add(history(book));
        }
    }

    private Node current(ListBook book) {
        ListBook.State state = book.state(model.now());
        Label name = Parts.label(book.authority().name().text(), "title");
        name.setMinWidth(0);
        HBox head = new HBox(name, Parts.badge(BookCell.tone(state), texts.choice("state", state)));
        head.getStyleClass().add("buttons");
        VBox card = Parts.card("", head, Parts.wrapped(texts.choice("meaning", state), "quiet"));
        if (book.standing().isBehind()) {
            card.getChildren()
                    .add(Parts.badge(
                            Tone.BAD,
                            texts.get(
                                    "behind",
                                    book.standing().missing(),
                                    book.standing().released())));
        }
        book.standing().latest().ifPresent(list -> {
            ProgressBar bar = new ProgressBar(model.left(list));
            bar.setMaxWidth(Double.MAX_VALUE);
            bar.getStyleClass().add("time-left");
            if (state != ListBook.State.BEHIND) {
                bar.getStyleClass().add(BookCell.tone(state).style());
            }
            bar.setAccessibleText(model.leftWords(list));
            VBox time = new VBox(Parts.wrapped(model.leftWords(list), "strong"), bar);
            time.setSpacing(5);
            card.getChildren()
                    .addAll(
                            time,
                            new Facts()
                                    .add(texts.get("number"), list.number().toString())
                                    .add("thisUpdate", texts.moment(list.thisUpdate()))
                                    .add("nextUpdate", texts.moment(list.nextUpdate()))
                                    .add(texts.get("entries"), texts.number(list.entries()))
                                    .add("SHA-256", list.list().hex(), "mono"));
            FlowPane actions = new FlowPane(
                    button("read", MaterialDesignM.MAGNIFY, () -> model.read(list)),
                    button("export-der", MaterialDesignE.EXPORT_VARIANT, () -> model.export(list, false)),
                    button("export-pem", MaterialDesignE.EXPORT_VARIANT, () -> model.export(list, true)));
            actions.getStyleClass().add("actions");
            card.getChildren().add(actions);
        });
        return card;
    }

    private Button button(String key, Ikon icon, Runnable step, String... styles) {
        Button button = Parts.button(texts.get("action." + key), icon, step, styles);
        button.setId("crl-" + key);
        return button;
    }

    private Node signing(ListBook book) {
        VBox card = Parts.card(texts.get("next"));
        switch (model.signing().get()) {
            case ScreenState.Running<ListSigning.Signed>(Job job) -> {
                ProgressBar bar = new ProgressBar();
                bar.progressProperty().bind(job.share());
                bar.setMaxWidth(Double.MAX_VALUE);
                bar.setAccessibleText(job.title());
                Label count = Parts.wrapped("", "quiet");
                count.textProperty().bind(job.count().map(done -> texts.get("gathered", done)));
                card.getChildren()
                        .addAll(
                                Parts.wrapped(job.title(), "strong"),
                                bar,
                                count,
                                Parts.buttons(button("cancel", MaterialDesignC.CLOSE, model::cancel)));
            }
            case ScreenState.Done<ListSigning.Signed>(ListSigning.Signed signed) -> {
                card.getChildren().add(done(signed));
                card.getChildren().add(order(book));
            }
            case ScreenState.Failed<ListSigning.Signed>(Problem problem) ->
                card.getChildren().addAll(new ProblemPane(problem, texts), order(book));
            case ScreenState.Editing<ListSigning.Signed> editing ->
                card.getChildren().add(order(book));
            case ScreenState.Checking<ListSigning.Signed> checking ->
                card.getChildren().add(order(book));
            case ScreenState.Confirming<ListSigning.Signed> confirming ->
                card.getChildren().add(order(book));
        }
        return card;
    }

    private Node done(ListSigning.Signed signed) {
        VBox words = new VBox(Parts.badge(
                Tone.GOOD,
                texts.get(
                        "done",
                        signed.issued().number().toString(),
                        signed.issued().entries(),
                        texts.moment(signed.nextUpdate()))));
        if (signed.endsWithIssuer()) {
            words.getChildren().add(Parts.wrapped(texts.get("ends-with-issuer"), "quiet"));
        }
        signed.interrupted()
                .forEach(closed -> words.getChildren()
                        .add(Parts.wrapped(
                                texts.get("interrupted", closed.number().toString(), closed.issuer()), "quiet")));
        words.setSpacing(4);
        return words;
    }

    private Node order(ListBook book) {
        String fresh = book.standing().isBehind()
                ? texts.get("fresh", book.standing().missing(), book.standing().released())
                : texts.get("fresh.none");
        VBox order = new VBox(
                Parts.wrapped(fresh),
                new Form().text(texts.get("days"), model.days, texts.get("days.hint"), "crl-days"),
                Parts.buttons(button("sign", MaterialDesignF.FILE_SIGN, model::sign, "accent")));
        order.setSpacing(10);
        return order;
    }

    private Node history(ListBook book) {
        TableView<CrlRecord> table = new TableView<>();
        table.setId("crl-history");
        table.setAccessibleText(texts.get("history"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        column(table, texts.get("number"), list -> list.number().toString());
        column(table, "thisUpdate", list -> texts.moment(list.thisUpdate()));
        column(table, "nextUpdate", list -> texts.moment(list.nextUpdate()));
        column(table, texts.get("entries"), list -> texts.number(list.entries()));
        table.getItems().setAll(book.history());
        double rows = Math.min(book.history().size(), MOST_ROWS) + 1.3;
        table.setPrefHeight(rows * ROW * 14);
        ObservableList<CrlRecord> chosen = table.getSelectionModel().getSelectedItems();
        BooleanBinding notOne = Bindings.size(chosen).isNotEqualTo(1);
        Button read = button("read-one", MaterialDesignM.MAGNIFY, () -> model.read(chosen.getFirst()));
        Button der = button("export-one", MaterialDesignE.EXPORT_VARIANT, () -> model.export(chosen.getFirst(), false));
        Button file =
                button("compare-file", MaterialDesignC.COMPARE_HORIZONTAL, () -> model.compareFile(chosen.getFirst()));
        Button compare = button(
                "compare",
                MaterialDesignC.COMPARE_HORIZONTAL,
                () -> model.compare(chosen.getFirst(), chosen.getLast()));
        List.of(read, der, file).forEach(each -> each.disableProperty().bind(notOne));
        compare.disableProperty().bind(Bindings.size(chosen).isNotEqualTo(2));
        FlowPane actions = new FlowPane(read, der, compare, file);
        actions.getStyleClass().add("actions");
        return Parts.card(texts.get("history"), Parts.wrapped(texts.get("history.hint"), "quiet"), table, actions);
    }

    private static void column(TableView<CrlRecord> table, String title, Function<CrlRecord, String> value) {
        TableColumn<CrlRecord, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        table.getColumns().add(column);
    }
}
