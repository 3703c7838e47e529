package cairn.app.crls;

import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Parts;
import cairn.app.fx.screen.Screen;
import cairn.app.fx.text.Texts;
import cairn.app.session.ListBook;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The authorities on the left, the lists of one of them on the right. */
final class CrlsView implements Screen {
    private static final double SHARE = 0.3;

    private final CrlsModel model;
    private final Texts texts;
    private final ListView<ListBook> list = new ListView<>();
    private final VBox right = Parts.body();
    private final StackPane room = new StackPane();
    private final SplitPane halves;
    private final VBox root;
    private @Nullable EntriesPane entries;
    private boolean filling;

    CrlsView(CrlsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        list.setId("crls-authorities");
        list.setAccessibleText(texts.get("authorities"));
        list.setCellFactory(view -> new BookCell(texts, model));
        list.getSelectionModel().selectedItemProperty().subscribe(book -> {
            if (book != null && !filling) {
                model.select(book.authority().name().text());
            }
        });
        right.getStyleClass().add("list-side");
        halves = new SplitPane(list, Parts.scrolling(right));
        halves.setDividerPositions(SHARE);
        halves.getStyleClass().add("halves");
        root = Parts.screen(
                Parts.head(
                        texts.get("title"),
                        Parts.button(texts.get("refresh"), MaterialDesignR.REFRESH, model::refresh, "flat")),
                room);
        model.books().subscribe(books -> books.ifPresent(this::fill));
        model.book().subscribe(book -> draw());
        model.task().subscribe(task -> draw());
        model.signing().subscribe(state -> draw());
        model.problem().subscribe(problem -> draw());
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown(String detail, boolean stale) {
        if (!detail.isEmpty()) {
            model.select(detail);
        }
        model.refresh();
    }

    @Override
    public void close() {
        model.close();
    }

    private void fill(List<ListBook> books) {
        filling = true;
        list.getItems().setAll(books);
        filling = false;
        mark();
    }

    private void mark() {
        filling = true;
        list.getItems().stream()
                .filter(book -> book.authority().name().text().equals(model.selected()))
                .findFirst()
                .ifPresent(book -> list.getSelectionModel().select(book));
        filling = false;
    }

    private void draw() {
        boolean nothing = model.books().get().map(List::isEmpty).orElse(false);
        if (nothing) {
            room.getChildren()
                    .setAll(Parts.body(Parts.card(
                            "",
                            Parts.empty(
                                    MaterialDesignP.PLAYLIST_CHECK,
                                    texts.get("empty.headline"),
                                    texts.get("empty.words")))));
            return;
        }
        mark();
        room.getChildren().setAll(halves);
        right.getChildren().clear();
        model.problem().get().ifPresent(problem -> right.getChildren().add(new ProblemPane(problem, texts)));
        switch (model.task().get()) {
            case CrlsModel.Task.Standing standing ->
                model.book().get().ifPresent(book -> new BookPane(model, texts).draw(book, right));
            case CrlsModel.Task.Reading reading -> right.getChildren().add(entriesOf(reading));
            case CrlsModel.Task.Comparing comparing ->
                right.getChildren().add(new DifferencePane(model, texts).draw(comparing));
        }
    }

    /** The field that is typed in stays while its results change. */
    private Node entriesOf(CrlsModel.Task.Reading reading) {
        EntriesPane known = entries;
        if (known == null || !known.shows(reading)) {
            known = new EntriesPane(model, texts, reading);
            entries = known;
        }
        known.update(reading);
        return known.root();
    }
}
